package io.pilotage.roi;

import io.pilotage.pilot.Phase;
import io.pilotage.testing.Cases;
import java.util.Map;

/** Brings a pilot of medium tier through the money case, as its people would. */
public final class MoneyCaseDrive {

    private MoneyCaseDrive() {}

    /** A pilot whose money case waits for its two signatures. */
    public static String toSignatures(Cases cases) {
        return toSignatures(cases, Map.of(), Map.of());
    }

    /** The same with other answers about benefit and about operations. */
    public static String toSignatures(Cases cases, Map<String, ?> hypothesis, Map<String, ?> operations) {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        state(cases, pilot, hypothesis, operations);
        return pilot;
    }

    public static void state(Cases cases, String pilot, Map<String, ?> hypothesis, Map<String, ?> operations) {
        state(cases, pilot, hypothesis, operations, Map.of());
    }

    /** The same with other answers about the decision contract. */
    public static void state(
            Cases cases, String pilot, Map<String, ?> hypothesis, Map<String, ?> operations, Map<String, ?> contract) {
        cases.complete(pilot, "measureBaseline", "finance-partner", MoneyAnswers.baseline());
        afterBaseline(cases, pilot, hypothesis, operations, contract);
    }

    public static void afterBaseline(Cases cases, String pilot, Map<String, ?> hypothesis, Map<String, ?> operations) {
        afterBaseline(cases, pilot, hypothesis, operations, Map.of());
    }

    private static void afterBaseline(
            Cases cases, String pilot, Map<String, ?> hypothesis, Map<String, ?> operations, Map<String, ?> contract) {
        Map<String, Object> plan = MoneyAnswers.hypothesis();
        plan.putAll(hypothesis);
        cases.complete(pilot, "bridgeMetrics", "pilot-owner", Map.of());
        cases.complete(pilot, "stateMoneyHypothesis", "bu-sponsor", plan);
        cases.complete(pilot, "modelCostToServe", "finance-partner", MoneyAnswers.cost());
        cases.complete(pilot, "confirmRunCost", "it-operations", operations);
        cases.complete(pilot, "agreeKillCriteria", "bu-sponsor", Map.of());
        cases.complete(pilot, "signDecisionContract", "decision-owner", contract);
    }

    public static void sign(Cases cases, String pilot, Map<String, ?> answers) {
        cases.complete(pilot, "signRoi", "finance-partner-2", answers);
        cases.complete(pilot, "signRoi", "bu-sponsor", answers);
    }
}
