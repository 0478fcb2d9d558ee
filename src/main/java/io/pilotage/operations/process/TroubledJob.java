package io.pilotage.operations.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the engine could not do by itself: a job that was given up, which is an incident, or one that will be tried
 * again.
 *
 * @param pilotKey the case; null for a job that belongs to none
 * @param elementId step of the model where it went wrong
 * @param reason what the log and the engine say, in one line and at most 300 characters
 * @param since when it was given up; null while it is still tried
 * @param nextTry when it is tried again by itself; null when it was given up
 */
public record TroubledJob(
        String id,
        @Nullable String pilotKey,
        String processId,
        String elementId,
        String reason,
        @Nullable Instant since,
        @Nullable Instant nextTry) {

    /** Whether nothing more happens before somebody acts. */
    public boolean isGivenUp() {
        return nextTry == null;
    }
}
