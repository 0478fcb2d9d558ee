package io.pilotage.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A human task that waits, and how far its deadline has escalated.
 *
 * @param title of the pilot
 * @param engineTaskId {@code /t/<id>} opens it; null while the task itself is not open
 * @param level steps announced so far: 0 none, 1 reminder (L0), 2 deputy (L1), 3 function head (L2), 4 and more chair (L3)
 * @param paused whether its clock stands because somebody waits for something
 */
public record LateTask(
        String pilotKey,
        String title,
        @Nullable String engineTaskId,
        String role,
        @Nullable String assignee,
        Instant due,
        int level,
        boolean paused) {

    /** The level's name as people use it, or null before the first reminder. */
    public @Nullable String levelName() {
        return level <= 0 ? null : "L" + Math.min(level - 1, 3);
    }

    /** Whole days since it was due; negative before. */
    public long daysLate(Instant now) {
        return Duration.between(due, now).toDays();
    }

    /** The due date for people; all nodes run in UTC. */
    public ZonedDateTime dueAt() {
        return due.atZone(ZoneOffset.UTC);
    }

    public boolean isLate(Instant now) {
        return !paused && due.isBefore(now);
    }
}
