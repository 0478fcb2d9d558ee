package io.pilotage.governance;

import java.time.LocalDate;

/** What a branch agreed to when it approved: one per case and kind, the latest counts. */
public interface Assessment {

    /** Key of the case. */
    String pilotKey();

    /** @throws io.pilotage.workflow.Refused when what was found does not bear this decision */
    default void guard(ReviewDecision decision) {}

    /** @throws io.pilotage.workflow.Refused when the answers contradict each other or the calendar */
    default void guard(LocalDate today) {}
}
