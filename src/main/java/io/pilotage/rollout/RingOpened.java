package io.pilotage.rollout;

import java.time.Instant;

/** A ring opened to its users, for the first time or for another dwell. */
public record RingOpened(String pilotKey, int ring, int users, Instant at) {}
