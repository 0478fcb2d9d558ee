package io.pilotage.rollout;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.RunningUse;
import org.springframework.stereotype.Component;

/** Tells whether a ring is open to its users, and has it taken back when somebody reports harm. */
@Component
class RingsInUse implements RunningUse {

    private final RolloutManagement rings;
    private final PilotManagement pilots;
    private final Rollout rollout;

    RingsInUse(RolloutManagement rings, PilotManagement pilots, Rollout rollout) {
        this.rings = rings;
        this.pilots = pilots;
        this.rollout = rollout;
    }

    @Override
    public boolean isOpen(String pilotKey) {
        return rings.planOf(pilotKey)
                        .map(RingPlan::openedAt)
                        .filter(opened -> rollout.breachSince(pilotKey, opened).isEmpty())
                        .isPresent()
                && pilots.get(pilotKey).phase() == Phase.ROLLOUT
                && !pilots.get(pilotKey).status().isFinal();
    }

    @Override
    public void report(String pilotKey, String what, String by) {
        rollout.rollbackThresholdBreached(pilotKey, what, by);
    }
}
