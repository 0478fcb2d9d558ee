package io.pilotage.workflow;

import java.util.Map;

/**
 * What handing in a start form means to its module; the bean's name is the form's id.
 *
 * @param <A> a record whose components are the form's keys without the prefix, as for {@link HumanTask}
 */
public interface StartForm<A> {

    /**
     * Stores the answers before the first step runs.
     *
     * @return the process variables to start with; must contain {@code pilotKey}, which becomes the business key
     */
    Map<String, Object> submitted(A answers, Submission submission);
}
