package io.pilotage.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the clock of one open task stands.
 *
 * @param daysLate business days of the case's region since it was due, fractions included; zero while in time, and
 *     standing still while it waits
 * @param level the level that has been reached, {@code L0} to {@code L3}; null before the first
 * @param nextLevel the level that comes next without an answer; null when none is left or the task waits
 * @param waiting the wait that stops the clock, or null while it runs
 */
public record TaskClock(
        Instant due,
        double daysLate,
        @Nullable String level,
        @Nullable String nextLevel,
        @Nullable Instant nextAt,
        @Nullable Wait waiting) {}
