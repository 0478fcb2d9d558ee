package io.pilotage.discovery.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Total silence on a charter withdraws the pilot; it never approves it. */
@Component
class WithdrawForSilence implements ServiceStep {

    private final PilotManagement pilots;

    WithdrawForSilence(PilotManagement pilots) {
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        pilots.become(pilotKey, PilotStatus.WITHDRAWN, StallReason.OWNERSHIP, null);
        return Map.of("outcome", "stopped");
    }
}
