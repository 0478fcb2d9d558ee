package io.pilotage.portfolio;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import org.jspecify.annotations.Nullable;

/**
 * One row of a run.
 *
 * @param pilotKey the case it became or was already
 */
public record RunRow(
        int row,
        String title,
        @Nullable Phase phase,
        @Nullable PilotStatus status,
        RowOutcome outcome,
        @Nullable String pilotKey) {}
