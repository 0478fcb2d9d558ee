package io.pilotage.pilot.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Notes that the sponsor has withdrawn the pilot, and why. */
@Component
class RecordWithdrawal implements ServiceStep {

    private final PilotManagement pilots;

    RecordWithdrawal(PilotManagement pilots) {
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        StallReason reason = StallReason.ofCode(Objects.toString(variables.get("withdrawalReason"), "other"));
        pilots.become(pilotKey, PilotStatus.WITHDRAWN, reason, Objects.toString(variables.get("withdrawalNote"), null));
        return Map.of();
    }
}
