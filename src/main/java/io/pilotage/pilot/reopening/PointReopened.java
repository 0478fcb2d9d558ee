package io.pilotage.pilot.reopening;

import io.pilotage.pilot.Gate;
import java.time.Instant;

/** Somebody questioned a gate that was decided; it counts as a late question of the role. */
public record PointReopened(String pilotKey, Gate gate, int loop, String role, String by, Instant at) {}
