package io.pilotage.pilot;

import java.time.Instant;

/** A case changed its status. */
public record PilotStatusChanged(String pilotKey, PilotStatus status, Instant at) {}
