package io.pilotage.roi;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.roi.valuation.Terms;
import io.pilotage.roi.valuation.Valuation;
import io.pilotage.workflow.DecisionTables;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Values money cases under the terms of the decision table {@code valuationTerms}. */
@Component
class Valuations {

    private static final int DRAWS = 5_000;

    private final PilotManagement pilots;
    private final DecisionTables tables;

    Valuations(PilotManagement pilots, DecisionTables tables) {
        this.pilots = pilots;
        this.tables = tables;
    }

    /** @throws io.pilotage.workflow.Refused when nobody has stated the currency of the pilot */
    Valuation of(String pilotKey, MoneyCase money) {
        Pilot pilot = pilots.get(pilotKey);
        return money.valuation(Objects.requireNonNullElse(pilot.proposal().amount(), BigDecimal.ZERO), terms(pilot));
    }

    /** Chance begins with the pilot's key, so that a rework of the case is judged by the same futures. */
    private Terms terms(Pilot pilot) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("tier", pilot.tier() == null ? null : pilot.tier().code());
        Map<String, Object> row = tables.ruleRow("valuationTerms", inputs);
        return new Terms(
                pilots.inCurrency(pilot.key(), null),
                new BigDecimal(String.valueOf(row.get("discountRate"))),
                Integer.parseInt(String.valueOf(row.get("years"))),
                pilot.key().hashCode(),
                DRAWS,
                Terms.FORMULA);
    }
}
