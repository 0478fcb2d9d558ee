package io.pilotage.businesscase;

import io.pilotage.adoption.LedgerLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What people state of a made-up pilot that pays, with every kind of cost and something the pilot gets for free. */
final class MoneyCaseOfABoard {

    private MoneyCaseOfABoard() {}

    static Map<String, Object> baseline() {
        LocalDate today = LocalDate.now();
        Map<String, Object> answers = new HashMap<>(Map.of("metric", "Wrong deliveries", "unit", "per month"));
        answers.putAll(Map.of("value", 120, "uncertainty", 4, "basis", "measured", "sampleSize", 400));
        answers.putAll(Map.of("measuredOn", today.minusDays(10), "periodFrom", today.minusDays(70)));
        answers.putAll(Map.of("periodTo", today.minusDays(11), "owner", "finance-partner"));
        return answers;
    }

    static Map<String, Object> hypothesis() {
        Map<String, Object> answers = new HashMap<>(Map.of("p10", 40000, "p50", 90000, "p90", 140000));
        answers.putAll(
                Map.of("plannedVolume", 10000, "rampMonths", 6, "targetAdoption", 70, "benefitOwner", "bu-sponsor"));
        answers.putAll(Map.of("lossLimit", 9000, "investment", 30000, "cautiousAdoption", 50, "slowRampMonths", 12));
        return answers;
    }

    static Map<String, Object> cost() {
        Map<String, Object> answers = new HashMap<>();
        for (int line = 1; line <= 7; line++) {
            answers.put("line" + line + "_behaviour", "none");
        }
        answers.putAll(Map.of("line1_behaviour", "fixed", "line1_amount", 10000));
        answers.putAll(Map.of("line2_behaviour", "perUnit", "line2_amount", 1));
        answers.putAll(Map.of("line3_behaviour", "step", "line3_amount", 5000, "line3_stepSize", 5000));
        answers.putAll(Map.of("reviewBehaviour", "perUnit", "reviewMinutes", 1.6, "reviewHourlyCost", 30));
        answers.putAll(Map.of("energyBehaviour", "none", "costOwner", "it-operations"));
        answers.putAll(Map.of("pilotVolume", 800, "lowVolume", 5000, "highVolume", 20000, "overrun", 20));
        answers.putAll(Map.of("line1_subsidy", 6000, "subsidies", "Computing time of the lab"));
        answers.putAll(Map.of("tokensPerCase", 4000, "tokenPrice", "2.25"));
        return answers;
    }

    /** An effect in euros or, with a rate, in pounds; a measured one has a control group. */
    static LedgerLine line(String metric, String basis, String money, String rate) {
        return LedgerLine.of(
                metric,
                BigDecimal.TEN,
                basis.equals("measured") ? "controlGroup" : "estimate",
                basis,
                "The team without it",
                new BigDecimal(money),
                rate == null ? null : "GBP",
                rate == null ? null : new BigDecimal(rate),
                "EUR",
                "https://example.org/rows");
    }
}
