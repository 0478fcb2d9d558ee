package io.pilotage.seal;

import java.time.Instant;
import java.util.List;

/** What was approved has materially changed, so that these approvals do not count any more. */
public record ApprovalsStale(String pilotKey, List<String> approvals, Instant at) {}
