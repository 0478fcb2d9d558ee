package io.pilotage.rollout.process;

import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Nobody reviewed the ring in time: it is kept as it is, and silence promotes nothing. */
@Component
class HoldAtCurrentRing implements ServiceStep {

    private final RolloutManagement rollout;

    HoldAtCurrentRing(RolloutManagement rollout) {
        this.rollout = rollout;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        rollout.hold(pilotKey, true);
        return Map.of("ringDecision", "hold");
    }
}
