package io.pilotage.rollout.process;

import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The review asked for another stay: the ring is kept as it is. */
@Component
class HoldAtRing implements ServiceStep {

    private final RolloutManagement rollout;

    HoldAtRing(RolloutManagement rollout) {
        this.rollout = rollout;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        rollout.hold(pilotKey, false);
        return Map.of();
    }
}
