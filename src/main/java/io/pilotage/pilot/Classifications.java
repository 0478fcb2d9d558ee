package io.pilotage.pilot;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What the decision tables say to risk answers, asked once for all cases that answer alike. Made for one batch, so that
 * a table that changes counts from the next batch on.
 */
final class Classifications {

    private final Map<RiskAnswers, Classification> known = new HashMap<>();

    Classification of(RiskAnswers answers, Function<RiskAnswers, Classification> tables) {
        Classification found = known.get(answers);
        if (found == null) {
            found = tables.apply(answers);
            known.put(answers, found);
        }
        return found;
    }
}
