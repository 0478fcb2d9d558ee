package io.pilotage.workflow;

import java.time.Instant;
import java.util.List;

/**
 * A human task reached a level of its escalation; published in the engine's transaction.
 *
 * @param pilotKey key of the case
 * @param taskId id of the user task in the model
 * @param taskName the task in the words of the model
 * @param engineTaskId id of the open task, for a deep link {@code /t/<id>}; empty when none is open any more
 * @param level {@code L0} to {@code L3}
 * @param role group that let it stall: the level counts against it
 * @param tell ids of the people to tell
 * @param due when the task was due
 * @param at when the level was reached
 */
public record TaskEscalated(
        String pilotKey,
        String taskId,
        String taskName,
        String engineTaskId,
        String level,
        String role,
        List<String> tell,
        Instant due,
        Instant at) {}
