package io.pilotage.pilot.web;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.TrailSentences;
import io.pilotage.workflow.AnsweredForms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens an entry of the trail: what was seen and answered, what changed, and which versions were in force. */
@Component
class OpenedEntries {

    private final AnsweredForms forms;
    private final TrailSentences sentences;
    private final CaseWords words;
    private final Times times;

    OpenedEntries(AnsweredForms forms, TrailSentences sentences, CaseWords words, Times times) {
        this.forms = forms;
        this.sentences = sentences;
        this.words = words;
        this.times = times;
    }

    /**
     * An entry with all it holds.
     *
     * @param form what the person saw and answered; empty where no form was answered
     * @param signature its parts, for an entry that was signed (21 CFR 11.50); empty for any other
     * @param facts the details of an entry without a form, each a name and what it says
     * @param versions process, form and tables, each in a sentence
     */
    record Opened(
            long number,
            String hash,
            String at,
            String who,
            @Nullable String role,
            @Nullable String onBehalfOf,
            @Nullable String phase,
            String sentence,
            List<AnsweredForms.Part> form,
            List<Fact> signature,
            List<Fact> facts,
            List<String> versions) {}

    Opened opened(Pilot pilot, RecordedEntry recorded, Locale language) {
        TrailEntry entry = recorded.entry();
        List<AnsweredForms.Part> form = forms.of(entry, language).orElse(List.of());
        return new Opened(
                recorded.number(),
                recorded.hash(),
                times.moment(pilot, entry.at()),
                words.person(entry.actor()),
                entry.role() == null || entry.actor().equals(TrailEntry.PRODUCT) ? null : words.role(entry.role()),
                entry.onBehalfOf() == null ? null : words.person(entry.onBehalfOf()),
                entry.phase() == null ? null : words.phase(entry.phase()),
                sentences.of(entry),
                form,
                signature(pilot, entry),
                form.isEmpty() ? facts("", entry.details()) : List.of(),
                versions(entry));
    }

    /** Who signed, when, what it means, what was declared, and how and when the signer showed who it is. */
    private List<Fact> signature(Pilot pilot, TrailEntry entry) {
        Map<String, Object> said = entry.arguments();
        if (!said.containsKey("signatureMeaning")) {
            return List.of();
        }
        return List.of(
                part("by", words.person(entry.actor())),
                part("at", times.moment(pilot, entry.at())),
                part("meaning", words.say("signing.meaning." + said.get("signatureMeaning"))),
                part("statement", text(said.get("statement"))),
                part("means", words.say("signing.means." + said.get("means"))),
                part("provenAt", times.moment(pilot, Instant.parse(String.valueOf(said.get("provenAt"))))));
    }

    private Fact part(String name, String value) {
        return new Fact(words.say("pilot.story.signature." + name), value);
    }

    /** What an entry without a form holds; nested names are joined. */
    private List<Fact> facts(String before, Map<?, ?> details) {
        List<Fact> facts = new ArrayList<>();
        details.forEach((name, value) -> {
            String path = before.isEmpty() ? String.valueOf(name) : before + " › " + name;
            if (AnsweredForms.SEEN.equals(name)) {
                return;
            }
            if (value instanceof Map<?, ?> inner) {
                facts.addAll(facts(path, inner));
            } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof Map<?, ?> row) {
                        facts.addAll(facts(path + " " + (i + 1), row));
                    }
                }
            } else {
                facts.add(new Fact(path, text(value)));
            }
        });
        return facts;
    }

    private String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::text).collect(Collectors.joining(", "));
        }
        String text = Objects.toString(value, "");
        return text.equals(TrailEntry.ERASED) ? words.say("trail.erasedWords") : text;
    }

    private List<String> versions(TrailEntry entry) {
        List<String> versions = new ArrayList<>();
        if (entry.processId() != null && entry.modelVersion() != null) {
            versions.add(words.say("pilot.story.model", words.task(entry.processId()), entry.modelVersion()));
        }
        if (entry.formId() != null && entry.formVersion() != null) {
            versions.add(words.say("pilot.story.form", words.task(entry.formId()), entry.formVersion()));
        }
        entry.tables().forEach((table, version) -> versions.add(words.say("pilot.story.table", table, version)));
        return versions;
    }
}
