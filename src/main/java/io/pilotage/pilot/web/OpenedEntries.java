package io.pilotage.pilot.web;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.TrailSentences;
import io.pilotage.workflow.AnsweredForms;
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
                form.isEmpty() ? facts("", entry.details()) : List.of(),
                versions(entry));
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
