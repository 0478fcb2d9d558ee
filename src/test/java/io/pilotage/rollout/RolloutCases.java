package io.pilotage.rollout;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.testing.Cases;
import java.util.HashMap;
import java.util.Map;

/** Cases that stand in the rollout, and the answers people give there when all is well. */
final class RolloutCases {

    private final Cases cases;

    RolloutCases(Cases cases) {
        this.cases = cases;
    }

    /** A plan of two rings: 10 users for 14 days, then 100 users for 28 days. */
    static Map<String, Object> twoRings() {
        Map<String, Object> answers = new HashMap<>(ring(1, 10, 14));
        answers.put("ring2_present", true);
        answers.putAll(ring(2, 100, 28));
        answers.putAll(Map.of(
                "availabilityMin", 99,
                "overrideMin", 5,
                "overrideMax", 40,
                "reviewSecondsMin", 20,
                "latencySecondsMax", 3,
                "unitCostModel", 2));
        return answers;
    }

    /** A plan of one ring. */
    static Map<String, Object> oneRing() {
        Map<String, Object> answers = new HashMap<>(ring(1, 10, 14));
        answers.put("availabilityMin", 99);
        return answers;
    }

    private static Map<String, Object> ring(int number, int users, int days) {
        String prefix = "ring" + number + "_";
        return Map.of(
                prefix + "users", users,
                prefix + "dwellDays", days,
                prefix + "promoteUse", 50,
                prefix + "holdIncidents", 1,
                prefix + "rollbackIncidents", 3);
    }

    /** Figures within all limits of {@link #twoRings()}, with the decision. */
    static Map<String, Object> review(String decision) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "segment1_use", 70,
                "overrideRate", 12,
                "reviewSeconds", 45,
                "complaints", 0,
                "appeals", 0,
                "incidents", 0,
                "availability", 99.9,
                "latencySeconds", 1.2,
                "contractMet", 97,
                "openFindings", 0));
        answers.put("unitCost", 2.1);
        answers.put("decision", decision);
        return answers;
    }

    /** The figures with one of them changed. */
    static Map<String, Object> review(String decision, String field, Object value) {
        Map<String, Object> answers = review(decision);
        answers.put(field, value);
        return answers;
    }

    /** A case of medium or high tier in its ring 0. */
    String inRingZero(RiskAnswers risk) {
        String pilot = cases.standingIn(Phase.ROLLOUT, risk);
        cases.complete(pilot, "planRings", "pilot-owner", twoRings());
        cases.complete(pilot, "handOverProduction", "it-operations", handover());
        cases.complete(pilot, "acceptHandover", "pilot-owner", Map.of("decision", "accept"));
        cases.complete(pilot, "startRing", "pilot-owner", Map.of("change", "firstUse"));
        return pilot;
    }

    static Map<String, Object> handover() {
        return Map.of("runbook", "https://example.org/runbook", "rollbackTestedOn", "2026-01-15");
    }
}
