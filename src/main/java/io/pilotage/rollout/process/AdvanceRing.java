package io.pilotage.rollout.process;

import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** After a promotion the next ring is the current one. */
@Component
class AdvanceRing implements ServiceStep {

    private final RolloutManagement rollout;

    AdvanceRing(RolloutManagement rollout) {
        this.rollout = rollout;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        rollout.advance(pilotKey);
        return Map.of();
    }
}
