package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.evidence.ColumnMapping;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.evidence.Purpose;
import io.pilotage.evidence.Taken;
import io.pilotage.pilot.Phase;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What contradicts itself or what nobody measures is refused with its field or row, and nothing is written. */
@PilotageTest
class MeasuredByNobodyTests {

    @Autowired
    Cases cases;

    @Autowired
    RoiManagement roi;

    @Autowired
    EvidenceManagement evidence;

    @TempDir
    Path folder;

    String pilot;

    @BeforeEach
    void bringIn() {
        pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.LOW);
    }

    @Test
    void aLimitOnWhatNobodyMeasuresIsRefusedWithItsRow() {
        assertThatThrownBy(() -> stateLimitOn("Cheer of the team"))
                .hasMessageContaining("Limit on safety 1: nobody measures “Cheer of the team”")
                .hasMessageContaining("first say in the evidence which column holds it");
        assertThat(roi.criteriaOf(pilot)).isEmpty();
        assertThat(roi.baselineOf(pilot)).isEmpty();
        assertThat(cases.open(pilot)).containsExactly("stateMoneyCase");
    }

    @Test
    void theMeasureOfTheBaselineIsMeasured() {
        stateLimitOn("Wrong deliveries");
        assertThat(roi.criteriaOf(pilot)).isPresent();
    }

    @Test
    void aMeasureWithAKeptMappingIsMeasured() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "cheer,day\n4.5,2026-01-05\n");
        evidence.keep(
                ColumnMapping.of(pilot, Purpose.MEASUREMENT, "cheer", "day", null, null, false)
                        .about("Cheer of the team", Taken.MEAN),
                "rows.csv",
                rows,
                "adoption-analyst");
        stateLimitOn("Cheer of the team");
        assertThat(roi.criteriaOf(pilot)).isPresent();
    }

    @Test
    void negativeNumbersOfCasesAreRefusedWithTheirField() {
        assertThatThrownBy(() -> cases.complete(
                        pilot,
                        "stateMoneyCase",
                        "bu-sponsor",
                        MoneyAnswers.with(MoneyAnswers.moneyCase(), "plannedVolume", -10000)))
                .hasMessageContaining("cases");
        assertThat(roi.hypothesisOf(pilot)).isEmpty();
    }

    @Test
    void aBaselineThatContradictsItselfOrItsRowsIsRefused() throws IOException {
        pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        LocalDate today = LocalDate.now();
        assertThatThrownBy(() -> measure(Map.of("measuredOn", today.minusDays(20))))
                .hasMessageContaining("before the period ends");
        Path rows = Files.writeString(
                folder.resolve("rows.csv"), "figure,day,unit\n118,%s,minutes\n".formatted(today.minusDays(90)));
        evidence.keep(
                ColumnMapping.of(pilot, Purpose.BASELINE, "figure", "day", "unit", null, false),
                "rows.csv",
                rows,
                "finance-partner");
        assertThatThrownBy(() -> measure(Map.of())).hasMessageContaining("are in “minutes”");
        assertThatThrownBy(() -> measure(Map.of("unit", "minutes")))
                .hasMessageContaining("Row 2 of “rows.csv”")
                .hasMessageContaining("outside the period");
        assertThat(roi.baselineOf(pilot)).isEmpty();
        measure(Map.of("unit", "minutes", "periodFrom", today.minusDays(100)));
        assertThat(roi.baselineOf(pilot)).isPresent();
    }

    @Test
    void moreForFreeThanALineCostsIsRefusedWithTheLine() {
        pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        cases.complete(pilot, "measureBaseline", "finance-partner", MoneyAnswers.baseline());
        cases.complete(pilot, "bridgeMetrics", "pilot-owner", Map.of());
        cases.complete(pilot, "stateMoneyHypothesis", "bu-sponsor", MoneyAnswers.hypothesis());
        assertThatThrownBy(() -> cases.complete(
                        pilot,
                        "modelCostToServe",
                        "finance-partner",
                        MoneyAnswers.with(MoneyAnswers.cost(), "pilotVolume", 500, "line2_subsidy", 501)))
                .hasMessageContaining("“Service and support”: the pilot gets 501 a year for free")
                .hasMessageContaining("costs 500");
        assertThat(roi.costOf(pilot)).isEmpty();
    }

    private void stateLimitOn(String measure) {
        cases.complete(
                pilot,
                "stateMoneyCase",
                "bu-sponsor",
                MoneyAnswers.with(MoneyAnswers.moneyCase(), "safety1_metric", "other", "safety1_metricName", measure));
    }

    private void measure(Map<String, ?> other) {
        Map<String, Object> answers = MoneyAnswers.baseline();
        answers.putAll(other);
        cases.complete(pilot, "measureBaseline", "finance-partner", answers);
    }
}
