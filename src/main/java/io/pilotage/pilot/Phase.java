package io.pilotage.pilot;

import java.util.Arrays;
import java.util.Optional;

/** The six phases of the journey; each is a process of its own. */
public enum Phase {
    DISCOVERY("discovery"),
    ROI_SIGN_OFF("roiSignOff"),
    GOVERNANCE_REVIEW("governanceReview"),
    WORKFLOW_REDESIGN("workflowRedesign"),
    ROLLOUT("rollout"),
    ADOPTION_MEASUREMENT("adoptionMeasurement");

    private final String process;

    Phase(String process) {
        this.process = process;
    }

    /** Id of the phase's process in the model. */
    public String process() {
        return process;
    }

    /** The phase of a process, or empty for a side process. */
    public static Optional<Phase> ofProcess(String process) {
        return Arrays.stream(values())
                .filter(phase -> phase.process.equals(process))
                .findFirst();
    }
}
