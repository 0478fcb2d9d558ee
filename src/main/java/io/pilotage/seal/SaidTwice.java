package io.pilotage.seal;

import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Findings;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What entries say and what rows say that repeat them, each in one line: names every line that only one side has. */
final class SaidTwice {

    private final String rowsAre;
    private final Set<Said> byEntries = new LinkedHashSet<>();
    private final Set<Said> byRows = new LinkedHashSet<>();

    /** @param rowsAre what a row is called, such as {@code signature under a seal} */
    SaidTwice(String rowsAre) {
        this.rowsAre = rowsAre;
    }

    private record Said(String place, String words) {}

    void byEntry(ChainEntry entry, @Nullable Object... values) {
        byEntries.add(new Said(entry.place(), words(values)));
    }

    void byRow(String chain, long number, @Nullable Object... values) {
        byRows.add(new Said(ChainEntry.place(chain, number), words(values)));
    }

    void compare(Findings findings) {
        byRows.stream()
                .filter(said -> !byEntries.contains(said))
                .forEach(said -> findings.add(
                        said.place(), "the " + rowsAre + " (" + said.words() + ") is not what its entry says"));
        byEntries.stream()
                .filter(said -> !byRows.contains(said))
                .forEach(said -> findings.add(
                        said.place(), "the " + rowsAre + " of this entry is missing (" + said.words() + ")"));
    }

    private static String words(@Nullable Object... values) {
        return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
