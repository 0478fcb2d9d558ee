package io.pilotage.governance;

import java.time.Instant;

/** Two people agreed on what a pilot may do by itself. */
public record AutonomyBoundarySigned(String pilotKey, int edition, String signedBy, Instant at) {}
