package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.workflow.FormFiller;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PilotageTest
class RoiReworkTests {

    private static final Map<String, Object> LOSS = Map.of("p10", 20000, "lossLimit", 1000);
    private static final Map<String, Object> AGREE = Map.of("decision", "agree");

    @LocalServerPort
    int port;

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
    void aSecondReworkWithoutNewEvidenceIsAConflictThatNamesTheField() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.LOW);
        Map<String, Object> back = Map.of("decision", "rework", "reasonCode", "value");
        cases.complete(pilot, "stateMoneyCase", "bu-sponsor", MoneyAnswers.moneyCase());
        cases.complete(pilot, "signRoi", "finance-partner", back);
        cases.complete(pilot, "stateMoneyCase", "bu-sponsor", MoneyAnswers.moneyCase());
        assertThat(handIn(pilot, back))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(409))
                .satisfies(refused -> assertThat(refused.text("detail"))
                        .contains("fill in “What is known now and was not known then”"));
        Map<String, Object> owned = cases.sentBackAgain("The audit of May", back);
        owned.put("ownsRisk", false);
        assertThat(handIn(pilot, owned))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(409))
                .satisfies(refused ->
                        assertThat(refused.text("detail")).contains("tick “I own the risk of asking again”"));
        assertThat(cases.open(pilot)).containsExactly("signRoi");
        assertThat(handIn(pilot, cases.sentBackAgain("The audit of May", back)).status())
                .isEqualTo(204);
    }

    @Test
    void theThirdReworkAsksWhoOwnsTheRisk() {
        String pilot = threeTimesSentBack();
        assertThat(cases.open(pilot)).containsExactly("ownOrKill");
        cases.complete(pilot, "ownOrKill", "governance-chair", own(10000));
        cases.complete(pilot, "settleLoops", "bu-sponsor", Map.of("decision", "own"));
        assertThat(cases.open(pilot)).containsExactly("signRoi", "signRoi");
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
    }

    @Test
    void anOwnerOfLessThanTheLossDoesNotBoundIt() {
        String pilot = threeTimesSentBack();
        cases.complete(pilot, "ownOrKill", "governance-chair", own(9999));
        cases.complete(pilot, "settleLoops", "bu-sponsor", Map.of("decision", "own"));
        assertThatThrownBy(() -> cases.complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "go")))
                .hasMessageContaining("The loss in the worse case is bounded");
    }

    @Test
    void thereIsNoFourthTest() {
        String pilot = threeTimesSentBack();
        cases.complete(pilot, "ownOrKill", "governance-chair", own(10000));
        cases.complete(pilot, "settleLoops", "bu-sponsor", Map.of("decision", "own"));
        rework(pilot);
        assertThat(cases.open(pilot)).containsExactly("ownOrKill");
    }

    @Test
    void whatTheSponsorDoesNotOwnEndsToo() {
        String pilot = threeTimesSentBack();
        cases.complete(pilot, "ownOrKill", "governance-chair", own(10000));
        assertThat(cases.open(pilot)).containsExactly("settleLoops");
        cases.complete(pilot, "settleLoops", "bu-sponsor", Map.of("decision", "kill", "reasonCode", "value"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void whatNobodyOwnsEnds() {
        String pilot = threeTimesSentBack();
        cases.complete(pilot, "ownOrKill", "governance-chair", Map.of("decision", "kill", "reasonCode", "ownership"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    private Answer handIn(String pilot, Map<String, Object> answers) {
        Task task = cases.anyTask(pilot, "signRoi");
        Map<String, Object> values = new HashMap<>();
        FormFiller.fill("signRoi", answers, cases.shown(task, "finance-partner"))
                .forEach((key, value) -> values.put(key, Map.of("value", value)));
        return Caller.machine(port, "finance-partner")
                .post("/engine-rest/task/" + task.getId() + "/submit-form", Map.of("variables", values));
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
        MoneyCaseDrive.sign(
                cases,
                pilot,
                cases.sentBackAgain(
                        "Report " + UUID.randomUUID(), Map.of("decision", "rework", "reasonCode", "value")));
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
