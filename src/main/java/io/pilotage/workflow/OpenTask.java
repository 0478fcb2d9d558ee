package io.pilotage.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A human task that waits.
 *
 * @param engineTaskId id of the task in the engine; {@code /t/<id>} opens it
 * @param taskId id of the user task in the model
 * @param role accountable group
 * @param assignee person who has it, or null while nobody has taken it
 * @param due null only for a model that sets no due date
 */
public record OpenTask(
        String engineTaskId,
        String processInstanceId,
        String pilotKey,
        String processId,
        String taskId,
        String role,
        @Nullable String assignee,
        Instant openedAt,
        @Nullable Instant due) {

    /** Whether it is late at the given instant. */
    public boolean isOverdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}
