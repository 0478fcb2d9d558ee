package io.pilotage.governance;

/** What a branch says in its review. */
public enum ReviewDecision {
    APPROVE("approve"),
    APPROVE_WITH_FINDINGS("approveWithFindings"),
    REJECT("reject"),
    NOT_APPLICABLE("notApplicable");

    private final String code;

    ReviewDecision(String code) {
        this.code = code;
    }

    /** The code used in forms, for example {@code approveWithFindings}. */
    public String code() {
        return code;
    }

    /** Whether the branch vouches for the pilot, and so has to say what it agreed to. */
    public boolean approves() {
        return this == APPROVE || this == APPROVE_WITH_FINDINGS;
    }

    /** @throws IllegalArgumentException when the code is none of ours */
    public static ReviewDecision ofCode(String code) {
        for (ReviewDecision decision : values()) {
            if (decision.code.equals(code)) {
                return decision;
            }
        }
        throw new IllegalArgumentException("No review decision '" + code + "'");
    }
}
