package io.pilotage.pilot.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The date of a hold has come, or somebody lifted it: the gate is put to its signers again, by the amount and the currency
 * that are stated now.
 */
@Component
class ResumeFromHold implements ServiceStep {

    private final PilotManagement pilots;

    ResumeFromHold(PilotManagement pilots) {
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        pilots.resume(pilotKey);
        return pilots.get(pilotKey).proposal().moneyFacts();
    }
}
