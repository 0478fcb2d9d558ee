package io.pilotage.pilot.reopening;

import io.pilotage.pilot.StallReason;
import org.jspecify.annotations.Nullable;

/**
 * What one of those says who are asked about a loop: sponsor and chair after too many, or whoever decides a point again.
 *
 * @param owned whether the person owns the risk of going on, or stands by what was decided
 * @param stallReason from the taxonomy (R5), when the pilot ends
 */
public record Settlement(
        String roleGroup,
        String person,
        boolean owned,
        @Nullable StallReason stallReason,
        String reason) {}
