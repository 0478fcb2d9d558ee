package io.pilotage.rollout.process;

import io.pilotage.pilot.defence.LimitMissed;
import io.pilotage.rollout.RolloutManagement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the use back by one ring when a limit is missed for which that was agreed. */
@Component
class ShrinkForLimit {

    private final RolloutManagement rollout;

    ShrinkForLimit(RolloutManagement rollout) {
        this.rollout = rollout;
    }

    @EventListener
    void on(LimitMissed missed) {
        rollout.shrink(missed.pilotKey());
    }
}
