package io.pilotage.portfolio;

import java.util.Map;
import java.util.TreeMap;

/** How many rows of a run had which outcome. */
public record RunCounts(Map<RowOutcome, Long> rows) {

    public long of(RowOutcome outcome) {
        return rows.getOrDefault(outcome, 0L);
    }

    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** For the record: how many rows by the name of their outcome. */
    Map<String, Object> asMap() {
        Map<String, Object> counts = new TreeMap<>();
        rows.forEach((outcome, count) -> counts.put(outcome.name(), count));
        return counts;
    }

    /** Rows that need nothing more. */
    public long done() {
        return total() - of(RowOutcome.PLANNED);
    }
}
