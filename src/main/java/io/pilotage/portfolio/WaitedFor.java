package io.pilotage.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * How long pilots wait for a role.
 *
 * @param open tasks that wait for it now
 * @param medianDays days from the opening of a task to its end, of those that ended lately; null when none did
 * @param slowDays days within which nine of ten ended
 */
public record WaitedFor(
        String role,
        long open,
        @Nullable Double medianDays,
        @Nullable Double slowDays) {}
