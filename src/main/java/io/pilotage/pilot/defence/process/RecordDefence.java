package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Seals the new limits; the chance is used up. */
@Component
class RecordDefence implements ServiceStep {

    private final KillOrDefend kills;

    RecordDefence(KillOrDefend kills) {
        this.kills = kills;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        kills.uphold(pilotKey);
        return Map.of();
    }
}
