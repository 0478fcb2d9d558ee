package io.pilotage.workflow;

import java.time.Instant;

/** A person completed a human task of a case; published in the engine's transaction. */
public record TaskCompleted(String pilotKey, String process, String taskId, String actor, String role, Instant at) {}
