package io.pilotage.adoption;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.testing.Cases;
import io.pilotage.testing.TimeMachine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Cases in use, and the answers people give there when all is well. */
final class AdoptionCases {

    /** A period of low tier and a minute, because due dates are kept in whole seconds. */
    static final Duration PERIOD = Duration.ofDays(90).plusMinutes(1);

    private final Cases cases;
    private final TimeMachine time;
    private final Agreements agreements;

    AdoptionCases(Cases cases, TimeMachine time, Agreements agreements) {
        this.cases = cases;
        this.time = time;
        this.agreements = agreements;
    }

    /** A case in use that was promised 40,000 at P10 and 60,000 at P50 a year, at a cost of 10,000. */
    String inUse(RiskAnswers risk) {
        String pilot = cases.standingIn(Phase.ADOPTION_MEASUREMENT, risk);
        agreements.promised(new MoneyPromise(
                pilot,
                new BigDecimal("40000"),
                new BigDecimal("60000"),
                new BigDecimal("10000"),
                0,
                null,
                time.now(),
                null,
                null));
        return pilot;
    }

    /** A low-tier case whose first period is measured, with the number of habitual users out of 100. */
    String measured(int habitual, String ritualState, int money) {
        String pilot = inUse(Cases.LOW);
        time.moveBy(PERIOD);
        measure(pilot, habitual, ritualState, money);
        return pilot;
    }

    void measure(String pilot, int habitual, String ritualState, int money) {
        cases.complete(pilot, "recordTelemetry", "adoption-analyst", telemetry(habitual));
        cases.complete(pilot, "confirmRituals", "frontline-lead", Map.of("ritual1_state", ritualState));
        cases.complete(pilot, "measureValue", "finance-partner", value(money));
        cases.complete(pilot, "countersignValue", "finance-partner-2", Map.of("decision", "counts"));
    }

    static Map<String, Object> telemetry(int habitual) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "segment1_name", "Planners",
                "segment1_ring", 0,
                "segment1_intended", 100,
                "segment1_invited", 100,
                "segment1_trained", 95,
                "segment1_tried", 95,
                "segment1_active", 90,
                "segment1_habitual", habitual,
                "segment1_dormant", 5));
        answers.putAll(Map.of(
                "segment1_offered", 1000,
                "segment1_followed", 800,
                "segment1_overridden", 150,
                "segment1_ignored", 50));
        return answers;
    }

    /** Money that was measured, beside 5,000 that is only believed, at a cost of 8. */
    static Map<String, Object> value(int money) {
        return Map.of(
                "value1_money", money,
                "value1_method", "beforeAfter",
                "value1_basis", "measured",
                "value2_present", true,
                "value2_money", 5000,
                "value2_method", "estimate",
                "value2_basis", "asserted");
    }
}
