package io.pilotage.testing;

import java.time.Duration;
import java.time.Instant;

/** How a test lets time pass, whether the engine runs in the test or in processes of its own. */
public interface PassingTime {

    /** The moment the engine believes in. */
    Instant now();

    /** Returns when what is due now has been run, and what became due by it. */
    void runDueJobs();

    /** Lets the time pass; what falls due on the way runs at its own moment. */
    void moveBy(Duration duration);
}
