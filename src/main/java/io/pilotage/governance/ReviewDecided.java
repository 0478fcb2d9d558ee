package io.pilotage.governance;

import java.time.Instant;

/** A branch answered in its review of a pilot. */
public record ReviewDecided(String pilotKey, Branch branch, ReviewDecision decision, String reviewer, Instant at) {}
