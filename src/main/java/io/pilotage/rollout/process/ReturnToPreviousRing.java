package io.pilotage.rollout.process;

import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** After a rollback the previous ring is the current one again. */
@Component
class ReturnToPreviousRing implements ServiceStep {

    private final RolloutManagement rollout;

    ReturnToPreviousRing(RolloutManagement rollout) {
        this.rollout = rollout;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        rollout.returnToPreviousRing(pilotKey);
        return Map.of();
    }
}
