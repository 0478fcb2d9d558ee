package io.pilotage.pilot;

/** The six gates of the journey, each at the end of its phase. */
public enum Gate {
    G1(Phase.DISCOVERY),
    G2(Phase.ROI_SIGN_OFF),
    G3(Phase.GOVERNANCE_REVIEW),
    G4(Phase.WORKFLOW_REDESIGN),
    G5(Phase.ROLLOUT),
    G6(Phase.ADOPTION_MEASUREMENT);

    private final Phase phase;

    Gate(Phase phase) {
        this.phase = phase;
    }

    /** The code of an approval at this gate, as {@code materialFields} knows it, for example {@code gate.G2}. */
    public String approval() {
        return "gate." + name();
    }

    /** The phase that the gate ends. */
    public Phase phase() {
        return phase;
    }
}
