package io.pilotage.workflow;

/**
 * A process of a case reached an element: published in the engine's transaction for processes that begin and user
 * tasks that open.
 *
 * @param pilotKey key of the case
 * @param process id of the process, for example {@code roiSignOff}
 * @param element id of the element; equals {@code process} when the process itself begins
 */
public record StepEntered(String pilotKey, String process, String element) {}
