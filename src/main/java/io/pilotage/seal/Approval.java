package io.pilotage.seal;

import java.time.Instant;
import java.util.List;

/**
 * That somebody approved, and what they saw.
 *
 * @param approval code of what was approved, for example {@code review.security} or {@code gate.G2}
 * @param number from one for each approval of that code on the case
 * @param sha256 hash of what the approver saw, hexadecimal
 * @param entryNumber entry of the case's chain that says who it was
 * @param changed material fields that changed since, such as {@code dataContract.coverage}; empty while it counts
 */
public record Approval(
        String pilotKey,
        String approval,
        int number,
        String sha256,
        long entryNumber,
        Instant at,
        List<String> changed) {

    /** Whether what was approved has materially changed since. */
    public boolean isStale() {
        return !changed.isEmpty();
    }
}
