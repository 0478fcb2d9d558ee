package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Stops the pilot in the registry and ends its journey. */
@Component
class StopPilot implements ServiceStep {

    private final KillOrDefend kills;

    StopPilot(KillOrDefend kills) {
        this.kills = kills;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        kills.stop(pilotKey);
        return Map.of();
    }
}
