package io.pilotage.seal;

import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Findings;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What entries say and what rows say that repeat them, each in one line: names every line that only one side has. Both
 * come in the order of their cases, so that only one case is held at a time.
 */
final class SaidTwice {

    private final String rowsAre;
    private final RowsByCase rows;
    private final Set<Said> byEntries = new LinkedHashSet<>();
    private String chain = "";

    /** @param rowsAre what a row is called, such as {@code signature under a seal} */
    SaidTwice(String rowsAre, RowsByCase rows) {
        this.rowsAre = rowsAre;
        this.rows = rows;
    }

    /** One line. @param entry number of the entry that says it, or is to say it */
    record Said(String chain, long entry, String words) {

        static Said of(String chain, long entry, @Nullable Object... values) {
            return new Said(
                    chain, entry, Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(", ")));
        }

        String place() {
            return ChainEntry.place(chain, entry);
        }
    }

    /** Takes what an entry says; the entries come chain by chain. */
    void byEntry(ChainEntry entry, Findings findings, @Nullable Object... values) {
        if (!entry.chain().equals(chain)) {
            compareBefore(entry.chain(), findings);
            chain = entry.chain();
        }
        byEntries.add(Said.of(entry.chain(), entry.number(), values));
    }

    /** There are no more entries. */
    void end(Findings findings) {
        compareBefore(null, findings);
    }

    /** @param next the case whose turn it is; null when there is none any more */
    private void compareBefore(@Nullable String next, Findings findings) {
        for (Said row = rows.peek(); row != null && isBefore(row, next); row = rows.peek()) {
            if (!byEntries.remove(row)) {
                findings.add(row.place(), "the " + rowsAre + " (" + row.words() + ") is not what its entry says");
            }
            rows.drop();
        }
        byEntries.forEach(said ->
                findings.add(said.place(), "the " + rowsAre + " of this entry is missing (" + said.words() + ")"));
        byEntries.clear();
    }

    private static boolean isBefore(Said row, @Nullable String next) {
        return next == null || row.chain().compareTo(next) < 0;
    }
}
