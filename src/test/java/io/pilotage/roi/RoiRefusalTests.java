package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PilotageTest
class RoiRefusalTests {

    private static final Map<String, Object> GO = Map.of("decision", "go");

    @Autowired
    Cases cases;

    @Autowired
    RoiManagement roi;

    @Autowired
    PilotManagement pilots;

    @Autowired
    MoneyCaseSealing sealing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TimeMachine time;

    @Test
    void whoeverMeasuredDoesNotCountersign() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        assertThatThrownBy(() -> cases.complete(pilot, "signRoi", "finance-partner", GO))
                .hasMessageContaining("Measure baseline");
    }

    @Test
    void moneyWithoutACurrencyIsRefusedAndNoneIsMadeUp() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        jdbc.sql("update pilot set currency = null where pilot_key = ?")
                .param(pilot)
                .update();
        cases.complete(pilot, "measureBaseline", "finance-partner", MoneyAnswers.baseline());
        assertThatThrownBy(() -> cases.complete(
                        pilot, "bridgeMetrics", "pilot-owner", MoneyAnswers.with(Map.of(), "currency", null)))
                .hasMessageContaining("Currency of the pilot");
        assertThatThrownBy(() -> pilots.inCurrency(pilot, null)).hasMessageContaining("pilot.currency.missing");
        assertThat(roi.bridgeOf(pilot)).isEmpty();
        cases.complete(pilot, "bridgeMetrics", "pilot-owner", Map.of("currency", "CHF"));
        assertThat(pilots.get(pilot).proposal().currency()).isEqualTo("CHF");
        assertThatThrownBy(() -> pilots.inCurrency(pilot, "USD")).hasMessageContaining("pilot.currency.other");
        assertThat(cases.shown(cases.anyTask(pilot, "stateMoneyHypothesis"), "bu-sponsor")
                        .toString())
                .contains("CHF");
        cases.complete(pilot, "stateMoneyHypothesis", "bu-sponsor", MoneyAnswers.hypothesis());
        assertThat(sealing.valuation(pilot)).isEmpty();
        cases.complete(pilot, "modelCostToServe", "finance-partner", MoneyAnswers.cost());
        assertThat(sealing.valuation(pilot).orElseThrow().terms().currency()).isEqualTo("CHF");
    }

    @Test
    void whatCostsMoreThanItBringsIsNotSigned() {
        String pilot = MoneyCaseDrive.toSignatures(
                cases, Map.of("p10", 10000, "p50", 29000, "lossLimit", 30000), Map.of("decision", "agree"));
        assertThatThrownBy(() -> cases.complete(pilot, "signRoi", "bu-sponsor", GO))
                .hasMessageContaining("The expected value exceeds the cost");
    }

    @Test
    void aPilotThatPaysAndAnEverydayUseThatDoesNotIsRefusedWithTheLineThatDoesIt() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        cases.complete(pilot, "measureBaseline", "finance-partner", MoneyAnswers.baseline());
        cases.complete(pilot, "bridgeMetrics", "pilot-owner", Map.of());
        cases.complete(pilot, "stateMoneyHypothesis", "bu-sponsor", MoneyAnswers.hypothesis());
        cases.complete(
                pilot,
                "modelCostToServe",
                "finance-partner",
                MoneyAnswers.with(
                        MoneyAnswers.cost(),
                        "pilotVolume",
                        500,
                        "line7_behaviour",
                        "perUnit",
                        "line7_amount",
                        12,
                        "line1_subsidy",
                        10000,
                        "line3_subsidy",
                        5000,
                        "line7_subsidy",
                        6000));
        cases.complete(pilot, "confirmRunCost", "it-operations", Map.of("decision", "agree"));
        cases.complete(pilot, "agreeKillCriteria", "bu-sponsor", Map.of());
        cases.complete(pilot, "signDecisionContract", "decision-owner", Map.of());
        assertThatThrownBy(() -> cases.complete(pilot, "signRoi", "bu-sponsor", GO))
                .hasMessageContaining("the pilot pays, everyday use does not")
                .hasMessageContaining("for 10,000 cases a year it costs 150,000 and brings 90,000")
                .hasMessageContaining("“Cloud and computing” does it, it grows to 120,000");
        assertThat(cases.open(pilot)).containsExactly("signRoi", "signRoi");
    }

    @Test
    void theCostThatOperationsAddsCountsAtTheGate() {
        String pilot = MoneyCaseDrive.toSignatures(
                cases, Map.of(), Map.of("decision", "correct", "extraFixed", 70000, "extraPerUnit", 0));
        assertThatThrownBy(() -> cases.complete(pilot, "signRoi", "bu-sponsor", GO))
                .hasMessageContaining("The expected value exceeds the cost")
                .hasMessageContaining("The loss in the worse case is bounded");
    }

    @Test
    void anUnboundedLossIsNotSigned() {
        String pilot = MoneyCaseDrive.toSignatures(
                cases, Map.of("p10", 20000, "lossLimit", 9999), Map.of("decision", "agree"));
        assertThatThrownBy(() -> cases.complete(pilot, "signRoi", "bu-sponsor", GO))
                .hasMessageContaining("The loss in the worse case is bounded");
    }

    @Test
    void figuresOutOfOrderLeaveTheTaskOpen() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.LOW);
        assertThatThrownBy(() -> cases.complete(
                        pilot,
                        "stateMoneyCase",
                        "bu-sponsor",
                        MoneyAnswers.with(MoneyAnswers.moneyCase(), "p10", 95000)))
                .hasMessageContaining("cautious");
        assertThat(cases.open(pilot)).containsExactly("stateMoneyCase");
        assertThat(roi.baselineOf(pilot)).isEmpty();
    }

    @Test
    void aLimitInThePastIsRefused() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.LOW);
        assertThatThrownBy(() -> cases.complete(
                        pilot,
                        "stateMoneyCase",
                        "bu-sponsor",
                        MoneyAnswers.with(
                                MoneyAnswers.moneyCase(),
                                "safety1_checkedOn",
                                LocalDate.now().minusDays(2))))
                .hasMessageContaining("passed");
    }

    @Test
    void nobodyUnknownOwnsTheBenefit() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.LOW);
        assertThatThrownBy(() -> cases.complete(
                        pilot,
                        "stateMoneyCase",
                        "bu-sponsor",
                        MoneyAnswers.with(MoneyAnswers.moneyCase(), "benefitOwner", "nobody-here")))
                .hasMessageContaining("nobody-here");
    }

    @Test
    void anEstimateNeedsTheChair() {
        String pilot = estimated();
        assertThat(cases.open(pilot)).containsExactly("decideBaselineException");
        cases.complete(pilot, "decideBaselineException", "governance-chair", Map.of("decision", "refuse"));
        assertThat(cases.open(pilot)).containsExactly("measureBaseline");
        cases.complete(pilot, "measureBaseline", "finance-partner", MoneyAnswers.baseline());
        assertThat(cases.open(pilot)).containsExactly("bridgeMetrics");
    }

    @Test
    void anEstimateIsAllowedForSixtyDaysAtMost() {
        String pilot = estimated();
        assertThatThrownBy(() -> allow(pilot, 61)).hasMessageContaining("60");
        allow(pilot, 60);
        assertThat(cases.open(pilot)).containsExactly("bridgeMetrics");
    }

    @Test
    void anExpiredPermitBlocksTheGate() {
        String pilot = estimated();
        allow(pilot, 20);
        MoneyCaseDrive.afterBaseline(cases, pilot, Map.of(), Map.of("decision", "agree"));
        time.moveBy(Duration.ofDays(22));
        assertThatThrownBy(() -> cases.complete(pilot, "signRoi", "bu-sponsor", GO))
                .hasMessageContaining("The baseline is measured, not estimated");
    }

    private String estimated() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        cases.complete(
                pilot,
                "measureBaseline",
                "finance-partner",
                MoneyAnswers.with(MoneyAnswers.baseline(), "basis", "estimated", "sampleSize", 0));
        return pilot;
    }

    private void allow(String pilot, int days) {
        cases.complete(
                pilot,
                "decideBaselineException",
                "governance-chair",
                MoneyAnswers.with(
                        Map.of(),
                        "decision",
                        "allow",
                        "measuredBy",
                        LocalDate.now().plusDays(days)));
    }
}
