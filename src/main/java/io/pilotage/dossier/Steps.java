package io.pilotage.dossier;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.TrailEntry;
import io.pilotage.dossier.CaseReport.Step;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.TrailSentences;
import io.pilotage.workflow.AnsweredForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts the entries of a case into words for a document, and tells decisions from what merely happened. */
@Component
class Steps {

    private static final Set<String> DECIDED =
            Set.of("gateDecided", "pilotWithdrawn", "pilotDefended", "pilotStopped", "holdLifted");

    private final TrailSentences sentences;
    private final AnsweredForms forms;
    private final CaseWords words;
    private final Dates dates;

    Steps(TrailSentences sentences, AnsweredForms forms, CaseWords words, Dates dates) {
        this.sentences = sentences;
        this.forms = forms;
        this.words = words;
        this.dates = dates;
    }

    /** Whether somebody decided here: a gate, an ending, or a task whose form asks for a decision. */
    static boolean isDecision(TrailEntry entry) {
        return DECIDED.contains(entry.kind())
                || entry.details().containsKey("decision") && !entry.kind().equals("refused");
    }

    /** Whether something was sealed, signed under its seal, or held against what was approved. */
    static boolean isSeal(TrailEntry entry) {
        return entry.kind().startsWith("seal") || entry.kind().startsWith("approval");
    }

    /** Whether a task or a start form was answered. */
    static boolean isAnswer(TrailEntry entry) {
        return entry.kind().equals("completed") || entry.kind().equals("started");
    }

    /** @param files of the archive, for the forms that were answered */
    Step step(Pilot pilot, RecordedEntry recorded, Map<String, byte[]> files) {
        TrailEntry entry = recorded.entry();
        String reason = sentences.reason(entry);
        return new Step(
                recorded.number(),
                dates.moment(pilot, entry.at()),
                who(entry),
                sentences.of(entry),
                reason,
                answers(entry, reason, files),
                rules(entry),
                entry.formVersion(),
                recorded.hash());
    }

    private String who(TrailEntry entry) {
        StringBuilder who = new StringBuilder(words.person(entry.actor()));
        String role = entry.role();
        if (role != null && !entry.actor().equals(TrailEntry.PRODUCT)) {
            who.append(" (").append(words.role(role)).append(')');
        }
        String other = entry.onBehalfOf();
        if (other != null) {
            who.append(' ').append(words.say("dossier.step.onBehalf", words.person(other)));
        }
        return who.toString();
    }

    private List<AnsweredForms.Answer> answers(TrailEntry entry, String reason, Map<String, byte[]> files) {
        Map<String, Object> details = new LinkedHashMap<>(entry.details());
        if (!reason.isBlank()) {
            details.remove("reason");
        }
        byte[] form = ModelsInForce.formFile(entry).map(files::get).orElse(null);
        return forms.told(form, details, LocaleContextHolder.getLocale());
    }

    private String rules(TrailEntry entry) {
        List<String> rules = new ArrayList<>();
        String process = entry.processId();
        if (process != null && entry.modelVersion() != null) {
            rules.add(words.say("dossier.step.model", words.task(process), entry.modelVersion()));
        }
        new TreeMap<>(entry.tables())
                .forEach((table, version) -> rules.add(words.say("dossier.step.table", table, version)));
        return String.join(", ", rules);
    }
}
