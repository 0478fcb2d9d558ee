package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class RoiReworkTests {

    private static final Map<String, Object> LOSS = Map.of("p10", 20000, "lossLimit", 1000);
    private static final Map<String, Object> AGREE = Map.of("decision", "agree");

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    MoneyCaseSealing sealing;

    @Autowired
    RoiManagement roi;

    @Test
    void aReworkedMoneyCaseReplacesTheAnswersAndIsSealedAnew() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        String before = sealing.latest(pilot).orElseThrow().sha256();
        rework(pilot);
        assertThat(cases.open(pilot)).containsExactly("measureBaseline");
        MoneyCaseDrive.state(cases, pilot, Map.of("p50", 95000), AGREE);
        MoneyCaseSeal seal = sealing.latest(pilot).orElseThrow();
        assertThat(seal.number()).isEqualTo(2);
        assertThat(seal.sha256()).isNotEqualTo(before);
        assertThat(roi.hypothesisOf(pilot).orElseThrow().p50()).isEqualByComparingTo("95000");
        assertThat(roi.costOf(pilot).orElseThrow().lines()).hasSize(7);
    }

    @Test
    void theShortPathIsReworkedInItsOneForm() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.LOW);
        cases.complete(pilot, "stateMoneyCase", "bu-sponsor", MoneyAnswers.moneyCase());
        cases.complete(pilot, "signRoi", "finance-partner", Map.of("decision", "rework", "reasonCode", "value"));
        assertThat(cases.open(pilot)).containsExactly("stateMoneyCase");
        cases.complete(pilot, "stateMoneyCase", "bu-sponsor", MoneyAnswers.moneyCase());
        assertThat(cases.open(pilot)).containsExactly("signRoi");
    }

    @Test
    void theThirdReworkAsksWhoOwnsTheRisk() {
        String pilot = threeTimesSentBack();
        assertThat(cases.open(pilot)).containsExactly("ownOrKill");
        cases.complete(pilot, "ownOrKill", "governance-chair", own(10000));
        assertThat(cases.open(pilot)).containsExactly("signRoi", "signRoi");
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
    }

    @Test
    void anOwnerOfLessThanTheLossDoesNotBoundIt() {
        String pilot = threeTimesSentBack();
        cases.complete(pilot, "ownOrKill", "governance-chair", own(9999));
        assertThatThrownBy(() -> cases.complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "go")))
                .hasMessageContaining("The loss in the worse case is bounded");
    }

    @Test
    void thereIsNoFourthTest() {
        String pilot = threeTimesSentBack();
        cases.complete(pilot, "ownOrKill", "governance-chair", own(10000));
        rework(pilot);
        assertThat(cases.open(pilot)).containsExactly("ownOrKill");
    }

    @Test
    void whatNobodyOwnsEnds() {
        String pilot = threeTimesSentBack();
        cases.complete(pilot, "ownOrKill", "governance-chair", Map.of("decision", "kill", "reasonCode", "ownership"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    private String threeTimesSentBack() {
        String pilot = MoneyCaseDrive.toSignatures(cases, LOSS, AGREE);
        rework(pilot);
        MoneyCaseDrive.state(cases, pilot, LOSS, AGREE);
        rework(pilot);
        MoneyCaseDrive.state(cases, pilot, LOSS, AGREE);
        rework(pilot);
        return pilot;
    }

    private void rework(String pilot) {
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "rework", "reasonCode", "value"));
    }

    private static Map<String, Object> own(int amount) {
        return MoneyAnswers.with(
                Map.of(),
                "decision",
                "own",
                "owner",
                "function-head",
                "amount",
                amount,
                "until",
                LocalDate.now().plusDays(200));
    }
}
