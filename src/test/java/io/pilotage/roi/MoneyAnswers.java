package io.pilotage.roi;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Answers of a made-up money case that holds: 90,000 likely benefit against 30,000 cost at 10,000 cases a year. */
final class MoneyAnswers {

    static final LocalDate SOON = LocalDate.now().plusDays(90);

    private MoneyAnswers() {}

    static Map<String, Object> baseline() {
        return with(
                Map.of(),
                "metric",
                "Wrong deliveries",
                "unit",
                "per month",
                "value",
                120,
                "basis",
                "measured",
                "sampleSize",
                400,
                "measuredOn",
                LocalDate.now().minusDays(10),
                "periodFrom",
                LocalDate.now().minusDays(70),
                "periodTo",
                LocalDate.now().minusDays(11),
                "owner",
                "finance-partner");
    }

    static Map<String, Object> hypothesis() {
        return with(
                Map.of(),
                "p10",
                40000,
                "p50",
                90000,
                "p90",
                140000,
                "plannedVolume",
                10000,
                "rampMonths",
                6,
                "targetAdoption",
                70,
                "benefitOwner",
                "bu-sponsor",
                "lossLimit",
                5000);
    }

    static Map<String, Object> cost() {
        return with(
                Map.of(),
                "line1_behaviour",
                "fixed",
                "line1_amount",
                10000,
                "line2_behaviour",
                "perUnit",
                "line2_amount",
                1,
                "line3_behaviour",
                "step",
                "line3_amount",
                5000,
                "line3_stepSize",
                5000,
                "line4_behaviour",
                "none",
                "line5_behaviour",
                "none",
                "line6_behaviour",
                "none",
                "line7_behaviour",
                "none",
                "reviewBehaviour",
                "none",
                "energyBehaviour",
                "none",
                "lowVolume",
                5000,
                "highVolume",
                20000,
                "costOwner",
                "it-operations");
    }

    static Map<String, Object> moneyCase() {
        return with(
                hypothesis(),
                "lossLimit",
                null,
                "metric",
                "Wrong deliveries",
                "valueToday",
                120,
                "basis",
                "estimated",
                "measuredOn",
                LocalDate.now().minusDays(10),
                "fixedCost",
                20000,
                "unitCost",
                1,
                "costOwner",
                "it-operations");
    }

    static Map<String, Object> condition(LocalDate due) {
        return with(
                Map.of(),
                "decision",
                "goConditional",
                "finding1_text",
                "Contract with the supplier of the feed",
                "finding1_owner",
                "data-owner",
                "finding1_due",
                due);
    }

    static Map<String, Object> with(Map<String, ?> answers, Object... more) {
        Map<String, Object> together = new HashMap<>(answers);
        for (int i = 0; i < more.length; i += 2) {
            together.put((String) more[i], more[i + 1]);
        }
        return together;
    }
}
