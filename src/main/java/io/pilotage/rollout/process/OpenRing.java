package io.pilotage.rollout.process;

import io.pilotage.rollout.RingOpening;
import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens the current ring to its users and says until when, and who reviews it. */
@Component
class OpenRing implements ServiceStep {

    private final RolloutManagement rollout;

    OpenRing(RolloutManagement rollout) {
        this.rollout = rollout;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        RingOpening opening = rollout.openRing(pilotKey);
        return Map.of(
                "ring", opening.ring(),
                "dwellEnd", Date.from(opening.dwellEnds()),
                "reviewOpens", Date.from(opening.reviewOpens()),
                "ringReviewer", opening.reviewer(),
                "lastRing", opening.lastRing());
    }
}
