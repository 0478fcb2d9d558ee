package io.pilotage.workflow;

import java.util.List;
import java.util.Map;

/** Starts and addresses processes by business key; the facade of each process speaks through it in business words. */
public interface Journeys {

    /** Starts the process by its message start event. */
    void start(String message, String pilotKey, Map<String, Object> variables);

    /**
     * Hands a message to the process instance of the case that waits for it.
     *
     * @return false when none waits for it
     */
    boolean tell(String message, String pilotKey, Map<String, Object> variables);

    /**
     * The same where a case has several processes of one kind: only those are told whose variables have these values.
     *
     * @return false when none waits for it
     */
    boolean tell(String message, String pilotKey, Map<String, Object> which, Map<String, Object> variables);

    /**
     * Ends every process of the case but those at work now. One whose model waits for the message ends in its own way;
     * any other is taken back with all that is open in it, undecided.
     *
     * @return ids of the processes that were taken back, one for each instance
     */
    List<String> endOthers(String message, String pilotKey);
}
