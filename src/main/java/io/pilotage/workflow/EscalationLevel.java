package io.pilotage.workflow;

/** The levels of an escalation, common to all tasks; none of them decides anything. */
enum EscalationLevel {
    /** L0: the accountable person is reminded. */
    REMINDER,
    /** L1: the deputy may take the task too. */
    DEPUTY,
    /** L2: the head of the function takes it over. */
    FUNCTION_HEAD,
    /** L3: the governance chair is asked to decide, reassign or stop. */
    CHAIR,
    /** Nobody acted at all; only a few tasks have a consequence for that. */
    SILENCE;

    /** The level with the given number of steps announced, from one. */
    static EscalationLevel of(int steps) {
        return values()[Math.min(Math.max(steps, 1), values().length) - 1];
    }

    /** The name people use, for example {@code L1}. */
    String shortName() {
        return this == SILENCE ? "L3" : "L" + ordinal();
    }
}
