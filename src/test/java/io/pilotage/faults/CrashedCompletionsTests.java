package io.pilotage.faults;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The short form: the connection breaks at every step of a completion, and the process dies in the middle of it. */
class CrashedCompletionsTests {

    private static final Logger LOG = LoggerFactory.getLogger(CrashedCompletionsTests.class);

    @Test
    void neverADecisionWithoutItsEntryNorTheReverse() {
        try (CrashedCompletions completions = new CrashedCompletions()) {
            int steps = completions.steps();
            completions.breakAt(1, steps);
            // By now much is known by heart, and a completion takes fewer steps than the first one.
            completions.haltAt(completions.steps() * 2 / 3);
            LOG.warn("CRASH at each of {} steps: {}", steps, completions.judge());
        }
    }
}
