package io.pilotage.workflow;

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
}
