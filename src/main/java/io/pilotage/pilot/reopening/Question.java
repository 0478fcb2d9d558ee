package io.pilotage.pilot.reopening;

import io.pilotage.pilot.defence.KillCause;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * What somebody asks of a point that was decided.
 *
 * @param asks {@code decision} to decide again, {@code test} or {@code review} for one more of them, {@code rework} when
 *     the signers of a gate send it back
 * @param question in the words of whoever asks
 * @param evidence what is known now and was not known when it was decided; null for a first rework
 * @param evidenceOn the day since when it is known
 * @param askedBy id of the person
 * @param askedRole group in whose name the person asks; a late question counts against it
 * @param ownerRole group whose accountable person owns the risk of asking
 */
public record Question(
        @Column("asks") String asks,
        @Column("question") String question,
        @Column("evidence") @Nullable String evidence,
        @Column("evidence_on") @Nullable LocalDate evidenceOn,
        @Column("asked_by") String askedBy,
        @Column("asked_role") @Nullable String askedRole,
        @Column("owner_role") @Nullable String ownerRole) {

    /**
     * Lets only a question through that rests on something new.
     *
     * @param decidedOn the day on which the point was decided
     * @throws StaysClosed when there is no evidence, it was known when it was decided, or is not known yet
     */
    Question newSince(LocalDate decidedOn, LocalDate today) {
        if (question.isBlank()) {
            throw StaysClosed.because("question", "pilot.reopening.questionMissing");
        }
        if (evidence == null || evidence.isBlank() || evidenceOn == null) {
            throw StaysClosed.because(
                    evidence == null || evidence.isBlank() ? "evidence" : "evidenceOn",
                    "pilot.reopening.evidenceMissing");
        }
        if (evidenceOn.isBefore(decidedOn)) {
            throw StaysClosed.because("evidenceOn", "pilot.reopening.evidenceOld", decidedOn);
        }
        if (evidenceOn.isAfter(today.plusDays(1))) {
            throw StaysClosed.because("evidenceOn", "pilot.reopening.evidenceAhead", evidenceOn);
        }
        return this;
    }

    /** The cause for which the pilot is called into question, because somebody does not stand by it any more. */
    public KillCause callsIntoQuestion(String reason) {
        return new KillCause(reason, null, evidence, evidenceOn);
    }

    /** Whether the other question rests on the same evidence, however it is spaced or written. */
    boolean hasEvidenceOf(Question other) {
        return evidence != null && other.evidence != null && plain(evidence).equals(plain(other.evidence));
    }

    private static String plain(String text) {
        return Objects.requireNonNull(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
