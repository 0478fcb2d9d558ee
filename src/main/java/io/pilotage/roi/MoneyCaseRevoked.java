package io.pilotage.roi;

import java.time.Instant;

/** A condition of the signature was open after its day, so the signature under the money case is gone. */
public record MoneyCaseRevoked(String pilotKey, String condition, Instant at) {}
