package io.pilotage.pilot.reopening;

import io.pilotage.pilot.StallReason;
import org.jspecify.annotations.Nullable;

/**
 * What the sponsor or the chair says after too many loops.
 *
 * @param owned whether the person owns the risk of going on without a further loop; otherwise the pilot ends
 * @param stallReason from the taxonomy (R5), when the pilot ends
 */
public record Settlement(
        String roleGroup,
        String person,
        boolean owned,
        @Nullable StallReason stallReason,
        String reason) {}
