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
        return vote(gate, submission, SentBack.NOTHING_NEW);
    }

    /** The same at a gate that can be sent back. */
    public GateVote vote(Gate gate, Submission submission, SentBack sentBack) {
        return new GateVote(
                gate,
                GateOutcome.ofCode(decision),
                submission.actor(),
                submission.role(),
                reason,
                reasonCode == null ? null : StallReason.ofCode(reasonCode),
                holdUntil,
                mergeInto == null ? null : mergeInto.strip(),
                sentBack,
                submission.at());
    }
}
