package io.pilotage.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.roi.MoneyCaseDrive;
import io.pilotage.roi.MoneyCaseSealing;
import io.pilotage.seal.Approval;
import io.pilotage.seal.ApprovalFreeze;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A later change marks exactly the approvals that it is material to, and only those functions are asked again. */
@PilotageTest
class StaleApprovalTests {

    @Autowired
    Cases cases;

    @Autowired
    ApprovalFreeze approvals;

    @Autowired
    GateKeeper gates;

    @Autowired
    PilotManagement pilots;

    @Autowired
    MoneyCaseSealing sealing;

    @Autowired
    KillOrDefend kills;

    @Autowired
    TimeMachine time;

    @LocalServerPort
    int port;

    @Test
    void withinTheReviewOnlyTheBranchesConcernedAreAskedAgain() {
        String pilot = allButCompliance();
        new Reviewers(cases).complete(pilot, "reviewCompliance", corrected("yes"));
        assertThat(stale(pilot)).containsExactlyInAnyOrder("review.data", "review.legal");
        assertThat(cases.open(pilot)).containsExactly("reviewData", "reviewLegalPrivacy");
        new Reviewers(cases).agree(pilot);
        assertThat(stale(pilot)).isEmpty();
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
    }

    @Test
    void answersThatSayTheSameMarkNobody() {
        String pilot = allButCompliance();
        new Reviewers(cases).complete(pilot, "reviewCompliance", corrected("no"));
        assertThat(stale(pilot)).isEmpty();
        assertThat(cases.open(pilot)).containsExactly("ownResidualRisk");
    }

    @Test
    void everyApprovalKeepsTheHashOfWhatWasSeen() {
        String pilot = allButCompliance();
        assertThat(approvals.of(pilot))
                .extracting(Approval::approval)
                .containsExactly("review.data", "review.legal", "review.operations", "review.security");
        assertThat(approvals.of(pilot))
                .allSatisfy(approval -> assertThat(approval.sha256()).matches("[0-9a-f]{64}"));
        assertThat(approvals.of(pilot)).extracting(Approval::sha256).doesNotHaveDuplicates();
    }

    @Test
    void afterTheReviewOnlyTheFunctionConcernedIsAskedAgain() {
        String pilot = authorisedWithAContractForTwentyDays();
        renew(pilot, Map.of("appeal", "To the ombudsperson"));
        assertThat(stale(pilot)).containsExactly("review.legal");
        assertThat(cases.open(pilot)).containsOnlyOnce("renewApproval");
        assertThat(gates.missing(pilot, Gate.G4)).contains("approvalsNotStale");
        assertThat(sealing.isRevoked(pilot)).isFalse();
        try (Browser browser = Browser.phone(port).signIn("audit-read")) {
            browser.page().setViewportSize(360, 780);
            browser.open("/pilots/" + pilot + "/seals?lang=en").screenshot("approvals");
            assertThat(browser.page().locator("main").innerText())
                    .contains("does not count", "Changed since: Decision contract · Appeal channel");
            assertThat(browser.scrollsSideways()).isFalse();
            assertThat(browser.barriers()).isEmpty();
        }
        cases.complete(pilot, "renewApproval", "legal-privacy", Map.of("decision", "stands"));
        assertThat(stale(pilot)).isEmpty();
        assertThat(gates.missing(pilot, Gate.G4)).doesNotContain("approvalsNotStale");
        assertThat(cases.open(pilot)).doesNotContain("renewApproval");
    }

    @Test
    void aWithdrawnApprovalCallsThePilotIntoQuestion() {
        String pilot = authorisedWithAContractForTwentyDays();
        renew(pilot, Map.of("appeal", "Nowhere"));
        cases.complete(pilot, "renewApproval", "legal-privacy", Map.of("decision", "withdrawn", "reason", "No appeal"));
        assertThat(kills.current(pilot)).isPresent();
        assertThat(gates.missing(pilot, Gate.G4)).contains("approvalsNotStale");
    }

    @Test
    void anImmaterialChangeMarksNone() {
        String pilot = authorisedWithAContractForTwentyDays();
        renew(pilot, Map.of("onCall", "Help desk 2", "escalation", "The shift lead", "reviewCadence", "yearly"));
        assertThat(stale(pilot)).isEmpty();
        assertThat(cases.open(pilot)).doesNotContain("renewApproval", "signRoiAgain");
    }

    @Test
    void whatTheMoneyCaseWasSignedForIsPutToItsSignersAgain() {
        String pilot = authorisedWithAContractForTwentyDays();
        renew(pilot, Map.of("liableRole", "Somebody else"));
        assertThat(stale(pilot)).containsExactly("gate.G2");
        assertThat(sealing.isRevoked(pilot)).isTrue();
        assertThat(cases.open(pilot)).filteredOn("signRoiAgain"::equals).hasSize(2);
        cases.complete(pilot, "signRoiAgain", "finance-partner-2", Map.of("decision", "go"));
        cases.complete(pilot, "signRoiAgain", "bu-sponsor", Map.of("decision", "go"));
        assertThat(stale(pilot)).isEmpty();
        assertThat(sealing.isRevoked(pilot)).isFalse();
    }

    private String allButCompliance() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.MEDIUM);
        Reviewers reviewers = new Reviewers(cases);
        List.of("reviewData", "reviewLegalPrivacy", "reviewOperations", "reviewSecurity")
                .forEach(task -> reviewers.approve(pilot, task));
        return pilot;
    }

    private static Map<String, Object> corrected(String personalData) {
        return Map.of(
                "tierAnswers", "correct",
                "regulatedArea", "none",
                "affectedPersons", "customers",
                "autonomy", "advises",
                "agentic", "no",
                "personalData", personalData,
                "workersAffected", "no");
    }

    private String authorisedWithAContractForTwentyDays() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        MoneyCaseDrive.state(cases, pilot, Map.of(), Map.of(), Map.of("contractEnds", today().plusDays(20)));
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        new Reviewers(cases).agree(pilot);
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
        time.moveBy(Duration.ofDays(22));
        return pilot;
    }

    private void renew(String pilot, Map<String, ?> changed) {
        Map<String, Object> given = new HashMap<>(changed);
        given.put("contractEnds", today().plusDays(365));
        cases.complete(pilot, "renewDecisionContract", "decision-owner", given);
    }

    private List<String> stale(String pilot) {
        return approvals.of(pilot).stream()
                .filter(Approval::isStale)
                .map(Approval::approval)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    }
}
