package io.pilotage.pilot;

import io.pilotage.workflow.Refused;

/** Says whether a gate may be sent back once more; asked at every vote that does so, whichever task it comes from. */
public interface ReworkGuard {

    /** @throws Refused when the gate was decided or sent back before and the vote brings nothing new, or nobody owns the risk */
    void admit(String pilotKey, GateVote vote);
}
