package io.pilotage.operations.process;

import java.time.Instant;

/** A case in which nothing is open and nothing will happen by itself, and since when it has stood in its phase. */
public record StandingCase(String pilotKey, String title, Instant since) {}
