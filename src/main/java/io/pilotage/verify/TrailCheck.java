package io.pilotage.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges many chains, page by page in the order of chain and number, so that a trail of any length fits: a dossier is one
 * page, a database many.
 */
public final class TrailCheck {

    private final Findings findings;
    private @Nullable ChainCheck current;
    private String chain = "";
    private long entries;
    private long chains;

    public TrailCheck(Findings findings) {
        this.findings = findings;
    }

    /**
     * Judges the next page.
     *
     * @param page entries in order
     * @param personal values held apart for entries of this page, by {@link ChainEntry#place()}; emptied
     * @param anchors hashes that checkpoints hold for entries of this page, likewise; emptied
     * @param reader is given each good entry with its content
     */
    public void next(
            List<ChainEntry> page,
            Map<String, List<PersonalValue>> personal,
            Map<String, String> anchors,
            Reader reader) {
        for (ChainEntry entry : page) {
            String place = entry.place();
            List<PersonalValue> apart = personal.remove(place);
            Map<String, @Nullable Object> content =
                    checkOf(entry.chain()).next(entry, apart == null ? List.of() : apart, anchors.remove(place));
            entries++;
            if (content != null) {
                reader.read(entry, content, findings);
            }
        }
        anchors.forEach(
                (place, hash) -> findings.add(place, "a signed checkpoint holds this entry, and it is missing"));
        personal.forEach(
                (place, values) -> findings.add(place, "there are personal values of an entry that is missing"));
    }

    /** Judges what is known only at the end. */
    public void end() {
        if (current != null) {
            current.end();
        }
        current = null;
    }

    public long entries() {
        return entries;
    }

    public long chains() {
        return chains;
    }

    private ChainCheck checkOf(String name) {
        if (current == null || !name.equals(chain)) {
            end();
            chain = name;
            chains++;
            current = new ChainCheck(name, findings);
        }
        return current;
    }

    /** Looks at the content of each good entry, for example to compare it with columns of its row. */
    @FunctionalInterface
    public interface Reader {

        void read(ChainEntry entry, Map<String, @Nullable Object> content, Findings findings);
    }

    /** Nothing further to look at. */
    public static Reader nothing() {
        return (entry, content, findings) -> {};
    }

    /** Groups personal values by the place of their entry. */
    public static void add(Map<String, List<PersonalValue>> personal, String chain, long number, PersonalValue value) {
        personal.computeIfAbsent(ChainEntry.place(chain, number), place -> new ArrayList<>())
                .add(value);
    }
}
