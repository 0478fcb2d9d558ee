package io.pilotage.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One form handed in by one person.
 *
 * @param pilotKey key of the case; for a start form the key is given by the registry and this is empty
 * @param taskId id of the user task or start form in the model
 * @param actor id of the signed-in person
 * @param role group in whose name the person acts
 * @param onBehalfOf the accountable person for whom a deputy or superior acts, else null
 * @param at when, UTC, by the engine's clock
 * @param variables the process variables the task can see, read-only
 */
public record Submission(
        String pilotKey,
        String taskId,
        String actor,
        String role,
        @Nullable String onBehalfOf,
        Instant at,
        Map<String, Object> variables) {

    /** A process variable as text, or null when it is not set. */
    public @Nullable String text(String variable) {
        Object value = variables.get(variable);
        return value == null ? null : value.toString();
    }

    /** A process variable that is a list of texts, for example the signers of a gate; empty when it is not set. */
    public List<String> list(String variable) {
        return variables.get(variable) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
