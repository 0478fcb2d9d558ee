package io.pilotage.pilot.process;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.RiskAnswers;
import java.util.HashMap;
import java.util.Map;

/** The facts of a case that travel as process variables; null where nobody has answered. */
final class JourneyFacts {

    private JourneyFacts() {}

    static Map<String, Object> of(Pilot pilot) {
        RiskAnswers risk = pilot.risk();
        Map<String, Object> facts = new HashMap<>();
        facts.put("pilotKey", pilot.key());
        facts.putAll(pilot.proposal().moneyFacts());
        facts.put("regulatedArea", risk.regulatedArea());
        facts.put("affectedPersons", risk.affectedPersons());
        facts.put("autonomy", risk.autonomy());
        facts.put("agentic", risk.agentic());
        facts.put("personalData", risk.personalData());
        facts.put("workersAffected", risk.workersAffected());
        facts.put("tier", pilot.tier() == null ? null : pilot.tier().code());
        return facts;
    }
}
