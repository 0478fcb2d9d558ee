package io.pilotage.faults;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The short form of the kill test; {@link KilledNodesLongRun} is the long one. */
class KilledNodesTests {

    private static final Logger LOG = LoggerFactory.getLogger(KilledNodesTests.class);

    @Test
    void nothingIsLostAndNothingFiresTwiceWhenNodesAreKilled() {
        LOG.warn("KILL {}", new KilledNodes(160, 3).run());
    }
}
