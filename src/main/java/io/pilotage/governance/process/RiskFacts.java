package io.pilotage.governance.process;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.pilot.Tier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The risk answers of a case as the form shows them and as the process carries them. */
final class RiskFacts {

    private RiskFacts() {}

    /** The answers by name, null where nobody answered, and whether any is missing. */
    static Map<String, Object> context(RiskAnswers risk) {
        Map<String, Object> answers = answers(risk);
        answers.put("regulatedArea", risk.regulatedArea());
        answers.put("affectedPersons", risk.affectedPersons());
        answers.put("complete", !answers.containsValue(null));
        return answers;
    }

    /** What gateways and decision tables of this and the later phases read. */
    static Map<String, Object> variables(Pilot pilot) {
        Map<String, Object> variables = answers(pilot.risk());
        variables.put("tier", Optional.ofNullable(pilot.tier()).map(Tier::code).orElse(null));
        return variables;
    }

    private static Map<String, Object> answers(RiskAnswers risk) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("autonomy", risk.autonomy());
        answers.put("agentic", risk.agentic());
        answers.put("personalData", risk.personalData());
        answers.put("workersAffected", risk.workersAffected());
        return answers;
    }
}
