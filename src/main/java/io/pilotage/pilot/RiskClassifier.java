package io.pilotage.pilot;

import io.pilotage.workflow.DecisionTables;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the tables {@code riskTier} and {@code productionPathway} what the risk answers of a pilot make of it. */
@Component
class RiskClassifier {

    private final DecisionTables tables;

    RiskClassifier(DecisionTables tables) {
        this.tables = tables;
    }

    /** The tier is null while an answer is missing that it needs. */
    Classification classify(RiskAnswers risk) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("regulatedArea", risk.regulatedArea());
        inputs.put("affectedPersons", risk.affectedPersons());
        inputs.put("autonomy", risk.autonomy());
        inputs.put("agentic", risk.agentic());
        inputs.put("personalData", risk.personalData());
        Tier tier = Tier.ofCode((String) tables.row("riskTier", inputs).get("tier"));
        Map<String, Object> pathInputs = new HashMap<>();
        pathInputs.put("tier", tier == null ? null : tier.code());
        pathInputs.put("autonomy", risk.autonomy());
        Map<String, Object> path = tables.row("productionPathway", pathInputs);
        Number days = (Number) path.get("expectedLeadTimeDays");
        return new Classification(tier, (String) path.get("pathway"), days == null ? null : days.intValue());
    }
}
