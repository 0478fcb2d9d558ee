package io.pilotage.seal;

import java.time.Instant;

/** Something was sealed under a new version. */
public record SealedAnew(String pilotKey, SealKind kind, int version, Instant at) {}
