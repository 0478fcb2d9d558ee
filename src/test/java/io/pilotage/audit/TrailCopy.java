package io.pilotage.audit;

import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Findings;
import io.pilotage.verify.PersonalValue;
import io.pilotage.verify.TrailCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A trail in memory as its tables hold it, for a forger to work on. */
final class TrailCopy {

    private static final Instant BEGIN = Instant.parse("2026-01-01T08:00:00Z");

    final List<ChainEntry> entries;
    final Map<String, List<PersonalValue>> personal;
    /** What checkpoints hold: place to hash. */
    final Map<String, String> anchors;

    private TrailCopy(
            List<ChainEntry> entries, Map<String, List<PersonalValue>> personal, Map<String, String> anchors) {
        this.entries = entries;
        this.personal = personal;
        this.anchors = anchors;
    }

    /** A chain of so many entries whose end is in a checkpoint. */
    static TrailCopy ofChain(String chain, int length) {
        TrailCopy copy = new TrailCopy(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        String previous = ChainEntry.GENESIS;
        for (int number = 1; number <= length; number++) {
            previous = copy.add(entry(chain, number, "go"), number, previous);
        }
        copy.anchors.put(ChainEntry.place(chain, length), previous);
        return copy;
    }

    static TrailEntry entry(String chain, int number, String decision) {
        return TrailEntry.of(chain, BEGIN.plusSeconds(number), "person-" + number % 7, "completed")
                .as("bu-sponsor", null)
                .element("discovery", 3, "decideCharter")
                .form("decideCharter", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                .details(Map.of("decision", decision, "reason", Personal.words("because " + number, "person-1")))
                .build();
    }

    String add(TrailEntry entry, long number, String previous) {
        EntryContent.Written written = EntryContent.of(entry, number, previous);
        entries.add(written.entry());
        written.heldApart().forEach(apart -> TrailCheck.add(personal, entry.chain(), number, apart.value()));
        return written.entry().hash();
    }

    TrailCopy copy() {
        return new TrailCopy(new ArrayList<>(entries), new HashMap<>(personal), new HashMap<>(anchors));
    }

    /** The personal values of an entry, for this copy alone to change. */
    List<PersonalValue> own(int at) {
        List<PersonalValue> own = new ArrayList<>(personal.get(entries.get(at).place()));
        personal.put(entries.get(at).place(), own);
        return own;
    }

    /** As the database hands its rows out. */
    void sort() {
        entries.sort(Comparator.comparing(ChainEntry::chain).thenComparing(ChainEntry::number));
    }

    /** What the verifier says; empties the copy. */
    Findings check() {
        Findings findings = new Findings();
        TrailCheck check = new TrailCheck(findings);
        check.next(entries, personal, anchors, TrailCheck.nothing());
        check.end();
        return findings;
    }
}
