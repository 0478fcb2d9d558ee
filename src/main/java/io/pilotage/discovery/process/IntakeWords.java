package io.pilotage.discovery.process;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.Proposal;
import java.util.HashMap;
import java.util.Map;

/** What was handed in at intake, as the forms of discovery show it. */
final class IntakeWords {

    private IntakeWords() {}

    static Map<String, Object> of(Pilot pilot) {
        Proposal proposal = pilot.proposal();
        Map<String, Object> intake = new HashMap<>();
        intake.put("processName", proposal.processName());
        intake.put("decisionPoint", proposal.decisionPoint());
        intake.put("decidedBy", proposal.decidedBy());
        intake.put("outcomeMetric", proposal.outcomeMetric());
        return intake;
    }
}
