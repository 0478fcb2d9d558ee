package io.pilotage.pilot;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one signer says at a gate.
 *
 * @param role group in whose name the signer signs
 * @param reason in the signer's words; required for everything but a go
 * @param stallReason from the taxonomy; required for hold, reject and kill (R5)
 * @param holdUntil required for a hold
 * @param mergeInto key of the pilot to merge into; required for a merge
 * @param sentBack what is new, when the gate is sent back again
 */
public record GateVote(
        Gate gate,
        GateOutcome outcome,
        String signer,
        String role,
        @Nullable String reason,
        @Nullable StallReason stallReason,
        @Nullable LocalDate holdUntil,
        @Nullable String mergeInto,
        SentBack sentBack,
        Instant at) {

    /** A vote that does not send the gate back again. */
    public GateVote(
            Gate gate,
            GateOutcome outcome,
            String signer,
            String role,
            @Nullable String reason,
            @Nullable StallReason stallReason,
            @Nullable LocalDate holdUntil,
            @Nullable String mergeInto,
            Instant at) {
        this(gate, outcome, signer, role, reason, stallReason, holdUntil, mergeInto, SentBack.NOTHING_NEW, at);
    }
}
