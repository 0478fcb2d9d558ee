package io.pilotage.rollout;

import java.time.Instant;

/** A ring was taken back from its users. */
public record RingRolledBack(String pilotKey, int ring, String cause, Instant at) {}
