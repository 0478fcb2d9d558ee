package io.pilotage.pilot;

import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What every gate form asks, in the form's codes; null where the form does not ask or the person need not answer. */
public record GateAnswers(
        String decision,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable LocalDate holdUntil,
        @Nullable String mergeInto) {

    /** The vote these answers are, by the person who handed them in. */
    public GateVote vote(Gate gate, Submission submission) {
        return new GateVote(
                gate,
                GateOutcome.ofCode(decision),
                submission.actor(),
                submission.role(),
                reason,
                reasonCode == null ? null : StallReason.ofCode(reasonCode),
                holdUntil,
                mergeInto == null ? null : mergeInto.strip(),
                submission.at());
    }
}
