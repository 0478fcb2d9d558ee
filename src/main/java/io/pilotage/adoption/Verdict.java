package io.pilotage.adoption;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided on a pilot in use, and why.
 *
 * @param reasonCode code of the stall taxonomy (R5), where something does not go on as it is
 * @param plan what changes until the next measurement, for an adjustment
 * @param by login name
 * @param role group in whose name the person decided
 */
public record Verdict(
        UseDecision decision,
        @Nullable String reasonCode,
        String reason,
        @Nullable String plan,
        String by,
        String role,
        Instant at) {}
