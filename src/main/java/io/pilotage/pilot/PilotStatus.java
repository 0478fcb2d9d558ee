package io.pilotage.pilot;

import io.pilotage.workflow.Word;

/** What state a case is in, beside its phase. */
public enum PilotStatus {
    ACTIVE,
    HELD,
    MERGED,
    STOPPED,
    WITHDRAWN,
    /** Rolled out, but rituals are unconfirmed or too few people use it (R96). */
    VISITED,
    /** Two measurements missed. */
    UNMEASURED,
    /** In production without an owner. */
    SUSPENDED,
    ADOPTED,
    RETIRED;

    /** How a sentence says it. */
    Word words() {
        return new Word("pilot.status." + name(), name());
    }

    /** Whether the case is over. */
    public boolean isFinal() {
        return this == MERGED || this == STOPPED || this == WITHDRAWN || this == RETIRED;
    }
}
