package io.pilotage.pilot;

/** What a signer says at a gate, from mildest to strictest: with several signers the strictest holds. */
public enum GateOutcome {
    GO,
    GO_CONDITIONAL,
    REWORK,
    HOLD,
    MERGE,
    REJECT,
    KILL;

    /** The code used in forms and models, for example {@code goConditional}. */
    public String code() {
        return switch (this) {
            case GO_CONDITIONAL -> "goConditional";
            default -> name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** Whether the pilot goes on. */
    public boolean opens() {
        return this == GO || this == GO_CONDITIONAL;
    }

    /** Whether the pilot ends here. */
    public boolean ends() {
        return this == MERGE || this == REJECT || this == KILL;
    }

    /** @throws IllegalArgumentException when the code is none of ours */
    public static GateOutcome ofCode(String code) {
        for (GateOutcome outcome : values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("No gate outcome '" + code + "'");
    }
}
