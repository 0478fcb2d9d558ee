package io.pilotage.discovery.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells from the decision tables what production will ask of this pilot, before anybody invests more (R14), and which
 * amount in which currency will decide who signs the charter.
 */
@Component
class PreviewObligations implements ServiceStep {

    private final PilotManagement pilots;

    PreviewObligations(PilotManagement pilots) {
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        pilots.classify(pilotKey);
        return pilots.get(pilotKey).proposal().moneyFacts();
    }
}
