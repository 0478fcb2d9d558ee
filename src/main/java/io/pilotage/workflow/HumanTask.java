package io.pilotage.workflow;

import java.util.Map;

/**
 * What the completion of one human task means to its module. The bean's name is the id of the user task in the model.
 *
 * <p>Called by the door inside the engine's transaction, after role, separation of duties and the form's rules were
 * checked. Throw {@link Refused} to leave the task open with nothing written.
 *
 * @param <A> a record whose components are the form's keys without the {@code <taskId>_} prefix; numbered repeats
 *     ({@code criterion1_metric}) arrive as a list component ({@code criterion}) of records
 */
public interface HumanTask<A> {

    /**
     * Stores the answers.
     *
     * @return the process variables that gateways and later steps read; the form's answers themselves are not process
     *     variables. Values: String, Boolean, number, {@link java.util.Date}, or a list or map of those.
     */
    Map<String, Object> completed(A answers, Submission submission);

    /**
     * What the decider needs to see, put on the task as {@code context.<key>} beside {@code context.pilot}. Called when
     * the task is created. Lists of maps become tables in the form.
     */
    default Map<String, Object> context(String pilotKey) {
        return Map.of();
    }

    /**
     * The same for a task of which several may be open on a case at once, each about something else that its process
     * names.
     *
     * @param variables the process variables the task can see, without those that are null; read-only
     */
    default Map<String, Object> context(String pilotKey, Map<String, Object> variables) {
        return context(pilotKey);
    }

    /**
     * Answers with which the form opens for somebody who has not answered it yet, by name without the form's prefix, for
     * example the terms that are to be renewed.
     */
    default Map<String, Object> proposed(String pilotKey) {
        return Map.of();
    }

    /**
     * Whether the form opens with the person's own last answers when the task comes back, as after a rework. Not for what
     * is decided or measured anew each time: an old figure must not be handed in by mistake.
     */
    default boolean opensWithLastAnswers() {
        return true;
    }
}
