package io.pilotage.pilot.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Notes tier and production pathway on the case. */
@Component
class RecordRiskTier implements ServiceStep {

    private final PilotManagement pilots;

    RecordRiskTier(PilotManagement pilots) {
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        pilots.classify(pilotKey);
        return Map.of();
    }
}
