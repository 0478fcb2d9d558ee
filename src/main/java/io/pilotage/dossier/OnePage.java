package io.pilotage.dossier;

import io.pilotage.dossier.CaseReport.GateLine;
import io.pilotage.dossier.CaseReport.Line;
import java.util.List;

/** Keeps a summary to the page that it is meant for: long words are cut, long lists end early and say how much is left. */
final class OnePage {

    /** Lines that a page has beyond one for each of so many facts and gates, as the style of the document sets them. */
    private static final int SPARE = 6;

    private static final int MOST_FACTS = 13;

    /** Gates that a summary shows: the latest rounds. */
    static final int MOST_GATES = 6;

    /** Characters of a fact, and of the signers of a gate, that fit on one line, and on two. */
    private static final int FACT = 64;

    private static final int FACTS = 125;
    private static final int SIGNER = 56;
    private static final int SIGNERS = 112;

    /** How many characters a fact and the signers of a gate may take. */
    record Room(int fact, int signers) {}

    /**
     * Signers come first: what long words of facts need beyond one line is there only when everything else fits.
     *
     * @param taken lines that stand below the summary on the same page
     */
    public Room room(List<Line> facts, List<GateLine> gates, int taken) {
        List<GateLine> shown = last(gates, MOST_GATES);
        int spare = SPARE + MOST_FACTS - facts.size() + MOST_GATES - shown.size() - taken;
        long longSigners = shown.stream()
                .filter(gate -> String.join(", ", gate.signers()).length() > SIGNER)
                .count();
        boolean allSigners = longSigners <= spare;
        long longFacts =
                facts.stream().filter(fact -> fact.words().length() > FACT).count();
        boolean allFacts = longFacts <= spare - (allSigners ? longSigners : 0);
        return new Room(allFacts ? FACTS : FACT, allSigners ? SIGNERS : SIGNER);
    }

    /** The text itself, or its beginning up to the end of a word with an ellipsis. @param most characters */
    public String words(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int blank = text.lastIndexOf(' ', most - 1);
        int end = blank > most / 2 ? blank : most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    public <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    public <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /** How many there are beyond those that are shown. */
    public int beyond(List<?> all, int most) {
        return Math.max(0, all.size() - most);
    }
}
