package io.pilotage.faults;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The long form of the kill test. Runs only when asked for: {@code ./mvnw test -Dtest=KilledNodesLongRun}; the number of
 * timers and kills can be given as {@code -Dfaults.timers} and {@code -Dfaults.kills}.
 */
class KilledNodesLongRun {

    private static final Logger LOG = LoggerFactory.getLogger(KilledNodesLongRun.class);

    @Test
    void nothingIsLostAndNothingFiresTwiceWhenNodesAreKilled() {
        LOG.warn(
                "KILL {}",
                new KilledNodes(Integer.getInteger("faults.timers", 5_000), Integer.getInteger("faults.kills", 60))
                        .run());
    }
}
