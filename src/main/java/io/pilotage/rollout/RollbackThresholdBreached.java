package io.pilotage.rollout;

import java.time.Instant;

/** A limit was broken at which the ring must be rolled back. */
public record RollbackThresholdBreached(String pilotKey, String what, Instant at) {}
