package io.pilotage.portfolio;

import java.util.Map;

/** How many rows of a run had which outcome. */
public record RunCounts(Map<RowOutcome, Long> rows) {

    public long of(RowOutcome outcome) {
        return rows.getOrDefault(outcome, 0L);
    }

    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows that need nothing more. */
    public long done() {
        return total() - of(RowOutcome.PLANNED);
    }
}
