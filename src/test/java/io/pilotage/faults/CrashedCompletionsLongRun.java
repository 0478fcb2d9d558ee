package io.pilotage.faults;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The long form: the process dies at every step. Runs only when asked for; {@code -Dfaults.every} takes every so-many-th. */
class CrashedCompletionsLongRun {

    private static final Logger LOG = LoggerFactory.getLogger(CrashedCompletionsLongRun.class);

    @Test
    void neverADecisionWithoutItsEntryNorTheReverse() {
        try (CrashedCompletions completions = new CrashedCompletions()) {
            int steps = completions.steps();
            for (int step = 1; step <= steps; step += Integer.getInteger("faults.every", 1)) {
                completions.haltAt(step);
            }
            LOG.warn("CRASH at each of {} steps: {}", steps, completions.judge());
        }
    }
}
