package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.EvidenceSource;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class RoiConditionTests {

    private static final Map<String, Object> GO = Map.of("decision", "go");

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    RoiConditionManagement conditions;

    @Autowired
    MoneyCaseSealing sealing;

    @Autowired
    RoiEvidence evidence;

    @Autowired
    TimeMachine time;

    @Test
    void aConditionalSignatureLetsThePilotGoOnAndWatchesThePoint() {
        String pilot = signedWithTwoPoints();
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
        assertThat(cases.open(pilot)).contains("closeRoiCondition");
        assertThat(conditions.open(pilot)).hasSize(2);
    }

    @Test
    void closedPointsKeepTheSignature() {
        String pilot = signedWithTwoPoints();
        close(pilot, 1);
        assertThat(cases.open(pilot)).contains("closeRoiCondition");
        time.moveBy(Duration.ofDays(35));
        close(pilot, 2);
        assertThat(cases.open(pilot)).doesNotContain("closeRoiCondition");
        time.moveBy(Duration.ofDays(60));
        assertThat(facts(evidence, pilot)).contains("moneyCaseNotRevoked", "moneyCaseSealed");
    }

    @Test
    void aPointOpenAfterItsDayRevokesTheSignature() {
        String pilot = signedWithTwoPoints();
        time.moveBy(Duration.ofDays(29));
        assertThat(facts(evidence, pilot)).contains("moneyCaseNotRevoked");
        time.moveBy(Duration.ofDays(3));
        assertThat(facts(evidence, pilot)).doesNotContain("moneyCaseNotRevoked");
        assertThat(cases.open(pilot)).doesNotContain("closeRoiCondition");
    }

    @Test
    void theLaterPointCountsToo() {
        String pilot = signedWithTwoPoints();
        close(pilot, 1);
        time.moveBy(Duration.ofDays(35));
        assertThat(sealing.isRevoked(pilot)).isFalse();
        time.moveBy(Duration.ofDays(30));
        assertThat(sealing.isRevoked(pilot)).isTrue();
    }

    @Test
    void noPointIsClosedTwice() {
        String pilot = signedWithTwoPoints();
        close(pilot, 1);
        assertThatThrownBy(() -> close(pilot, 1)).hasMessageContaining("closed already");
        assertThatThrownBy(() -> close(pilot, 7)).hasMessageContaining("no open point");
    }

    @Test
    void pointsOfARefusedSignatureAreVoid() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        cases.complete(
                pilot,
                "signRoi",
                "finance-partner-2",
                MoneyAnswers.condition(LocalDate.now().plusDays(30)));
        cases.complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "rework", "reasonCode", "value"));
        MoneyCaseDrive.state(cases, pilot, Map.of(), Map.of("decision", "agree"));
        MoneyCaseDrive.sign(cases, pilot, GO);
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
        assertThat(conditions.open(pilot)).isEmpty();
        assertThat(cases.open(pilot)).doesNotContain("closeRoiCondition");
    }

    @Test
    void aCriticalPointIsNoCondition() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        Map<String, Object> critical = MoneyAnswers.with(
                MoneyAnswers.condition(LocalDate.now().plusDays(30)), "finding1_severity", "critical");
        assertThatThrownBy(() -> cases.complete(pilot, "signRoi", "bu-sponsor", critical))
                .hasMessageContaining("critical");
        Map<String, Object> late = MoneyAnswers.condition(LocalDate.now().minusDays(1));
        assertThatThrownBy(() -> cases.complete(pilot, "signRoi", "bu-sponsor", late))
                .hasMessageContaining("passed");
    }

    @Test
    void anEstimateThatWasAllowedIsOwedAsAPoint() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        cases.complete(
                pilot,
                "measureBaseline",
                "finance-partner",
                MoneyAnswers.with(MoneyAnswers.baseline(), "basis", "estimated", "sampleSize", 0));
        cases.complete(
                pilot,
                "decideBaselineException",
                "governance-chair",
                MoneyAnswers.with(
                        Map.of(),
                        "decision",
                        "allow",
                        "measuredBy",
                        LocalDate.now().plusDays(40)));
        MoneyCaseDrive.afterBaseline(cases, pilot, Map.of(), Map.of("decision", "agree"));
        MoneyCaseDrive.sign(cases, pilot, GO);
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
        assertThat(conditions.open(pilot)).hasSize(1);
        time.moveBy(Duration.ofDays(42));
        assertThat(sealing.isRevoked(pilot)).isTrue();
    }

    private String signedWithTwoPoints() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        cases.complete(
                pilot,
                "signRoi",
                "finance-partner-2",
                MoneyAnswers.condition(LocalDate.now().plusDays(30)));
        cases.complete(
                pilot,
                "signRoi",
                "bu-sponsor",
                MoneyAnswers.condition(LocalDate.now().plusDays(60)));
        return pilot;
    }

    private void close(String pilot, int number) {
        cases.complete(pilot, "closeRoiCondition", "pilot-owner", Map.of("number", number));
    }

    private static Set<String> facts(EvidenceSource source, String pilot) {
        return source.factsOf(pilot);
    }
}
