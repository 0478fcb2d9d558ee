package io.pilotage.dossier;

import io.pilotage.workflow.AnsweredForms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as a person reads it on paper, in one language, with everything already in words.
 *
 * @param asOf the moment of the last entry: what the document knows
 * @param over whether the case has ended
 * @param figures what was counted: label and number
 * @param seals what was sealed and signed, version by version
 * @param decisions what accountable people decided, oldest first
 * @param statements what else people stated in tasks
 * @param happenings what happened beside the tasks
 */
record CaseReport(
        String key,
        String title,
        String phase,
        String tier,
        String status,
        String standing,
        boolean over,
        Instant asOf,
        String asOfWords,
        List<Line> proposal,
        List<Line> figures,
        List<Line> people,
        List<GateLine> gates,
        List<Agreement> agreements,
        List<EvidenceLine> evidence,
        List<Missing> gaps,
        List<String> absent,
        List<Drawing> drawings,
        List<Step> seals,
        List<Step> decisions,
        List<Step> statements,
        List<Step> happenings,
        List<FileLine> files) {

    /** A label and what is said of it. */
    record Line(String label, String words) {}

    /** One decided round of a gate. */
    record GateLine(String gate, String outcome, String at, List<String> signers, String reason) {}

    /** A table of what was agreed; {@code name} is a code, rows are by column. */
    record Agreement(String name, List<String> columns, List<Map<String, ?>> rows) {}

    /** A file that figures were read from. */
    record EvidenceLine(String name, String purpose, String at, String by, int rows, String sha256) {}

    /** What one gate, or something else, still asks for. */
    record Missing(String forWhat, List<String> points) {}

    /**
     * A model with the way of the case on it.
     *
     * @param id of the drawing in the document
     * @param alt what a reader is told who does not see it
     */
    record Drawing(String id, String name, int version, String alt, List<String> open, List<String> passed) {}

    /** A file of the archive that says under which rules something was done. */
    record FileLine(String name, String sha256) {}

    /**
     * One entry of the trail.
     *
     * @param who person, role and for whom, in words
     * @param rules versions of model and tables, in words; empty when none is named
     * @param form SHA-256 of the form that was answered
     * @param hash of the entry in its chain
     */
    record Step(
            long number,
            String at,
            String who,
            String what,
            String reason,
            List<AnsweredForms.Answer> answers,
            String rules,
            @Nullable String form,
            String hash) {}
}
