package io.pilotage.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.Journeys;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.FormService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PilotageTest
class AuthorisationTests {

    private static final String CHAIR = "governance-chair";

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    ReviewManagement reviews;

    @Autowired
    AuthorisationManagement authorisations;

    @Autowired
    Scorecards scorecards;

    @Autowired
    Journeys journeys;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FormService forms;

    Reviewers reviewers;

    @BeforeEach
    void people() {
        reviewers = new Reviewers(cases);
    }

    @Test
    void oneRejectionCallsTheChair() {
        String pilot = rejectedBySecurity();
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
    }

    @Test
    void theChairSeesWhoDisagreesAndWhatIsMissing() {
        String pilot = rejectedBySecurity();
        String task = cases.anyTask(pilot, "decideAuthorisation").getId();
        Object context = cases.as(CHAIR, () -> forms.getTaskFormVariables(task).get("context"));
        assertThat(context)
                .asString()
                .contains("decision=rejected", "security-review: As agreed")
                .contains("Logs are kept for three months only")
                .contains("residualRiskOpen=true")
                .contains("The remaining risk is owned by name");
    }

    @Test
    void theChairAuthorisesAgainstARejectionByTakingTheRisk() {
        String pilot = rejectedBySecurity();
        chair(pilot, Map.of("decision", "go", "residualRisk", "Spare parts may be ordered twice"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
        assertThat(authorisations.riskOf(pilot))
                .hasValueSatisfying(risk -> assertThat(risk.person()).isEqualTo(CHAIR));
    }

    @Test
    void onlyTheBranchToRepeatIsAskedAgain() {
        String pilot = rejectedBySecurity();
        chair(pilot, Map.of("decision", "rework", "branches", List.of("security")));
        assertThat(cases.open(pilot)).containsExactly("reviewSecurity");
        assertThat(reviews.of(pilot, Branch.SECURITY))
                .hasValueSatisfying(review -> assertThat(review.round()).isEqualTo(2));
        assertThat(reviews.of(pilot, Branch.DATA))
                .hasValueSatisfying(review -> assertThat(review.isDecided()).isTrue());
        reviewers.agree(pilot);
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
        assertThat(reviews.openFindings(pilot)).as("not found again, so closed").isEmpty();
    }

    @Test
    void theRiskIsTakenAgainAfterARepeatedReview() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.MEDIUM);
        reviewers.complete(pilot, "reviewData", Reviewers.finding("approveWithFindings", "critical"));
        reviewers.agree(pilot);
        assertThat(authorisations.riskOf(pilot)).isPresent();
        chair(pilot, Map.of("decision", "rework", "branches", List.of("data")));
        assertThat(authorisations.riskOf(pilot)).isEmpty();
        reviewers.approve(pilot, "reviewData");
        assertThat(cases.open(pilot)).containsExactly("ownResidualRisk");
    }

    @Test
    void anOpenCriticalFindingKeepsTheGateShutEvenForTheChair() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.LOW);
        reviewers.complete(pilot, "reviewCompliance", Reviewers.finding("approveWithFindings", "critical"));
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        assertThatThrownBy(() -> chair(pilot, Map.of("decision", "go"))).hasMessageContaining("G3");
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        chair(pilot, Map.of("decision", "rework", "branches", List.of("compliance")));
        reviewers.approve(pilot, "reviewCompliance");
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
    }

    @Test
    void aHighFindingLeavesTheGateOpenAndStaysOnTheCase() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.LOW);
        reviewers.complete(pilot, "reviewCompliance", Reviewers.finding("approveWithFindings", "high"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
        assertThat(reviews.openFindings(pilot)).hasSize(1);
    }

    @Test
    void aDeclinedRiskGoesToTheChair() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.MEDIUM);
        cases.open(pilot).forEach(task -> reviewers.approve(pilot, task));
        reviewers.complete(pilot, "ownResidualRisk", Map.of("decision", "decline"));
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
    }

    @Test
    void reviewsUnderDifferentPoliciesAreNotAuthorisedUnseen() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.MEDIUM);
        reviewers.approve(pilot, "reviewData");
        jdbc.sql("update review set policy_version = 'an earlier one' where pilot_key = ?")
                .param(pilot)
                .update();
        reviewers.agree(pilot);
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        assertThat(reviews.factsOf(pilot)).doesNotContain("policyVersionFrozen").contains("everyBranchDecided");
    }

    @Test
    void aRejectionByTheChairEndsThePilot() {
        String pilot = rejectedBySecurity();
        chair(pilot, Map.of("decision", "reject", "reasonCode", "risk"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void aHoldEndsOnItsDay() {
        String pilot = rejectedBySecurity();
        chair(pilot, Map.of("decision", "hold", "holdUntil", Reviewers.today().plusDays(20)));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.HELD);
        assertThat(cases.open(pilot)).isEmpty();
        time.moveBy(Duration.ofDays(21));
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
    }

    @Test
    void aHoldCanBeLiftedEarlier() {
        String pilot = rejectedBySecurity();
        chair(pilot, Map.of("decision", "hold", "holdUntil", Reviewers.today().plusDays(20)));
        assertThat(journeys.tell("governanceHoldLifted", pilot, Map.of())).isTrue();
        time.runDueJobs();
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
    }

    @Test
    void aLateQuestionCountsAgainstTheFunctionThatShouldHaveAskedIt() {
        String pilot = rejectedBySecurity();
        long before = scorecards.byFunction(FunctionMark.LATE_QUESTION).getOrDefault("legal-privacy", 0L);
        chair(
                pilot,
                Map.of(
                        "decision", "rework",
                        "branches", List.of("security", "legal"),
                        "question1_present", true,
                        "question1_text", "Who owns the prompts?",
                        "question1_branch", "legal"));
        assertThat(cases.open(pilot)).containsExactly("reviewLegalPrivacy", "reviewSecurity");
        assertThat(scorecards.of(pilot)).singleElement().satisfies(mark -> {
            assertThat(mark.roleGroup()).isEqualTo("legal-privacy");
            assertThat(mark.note()).isEqualTo("Who owns the prompts?");
        });
        assertThat(scorecards.byFunction(FunctionMark.LATE_QUESTION).get("legal-privacy"))
                .isEqualTo(before + 1);
    }

    @Test
    void whatABranchFirstRaisesInARepeatedReviewCountsAgainstIt() {
        String pilot = rejectedBySecurity();
        chair(pilot, Map.of("decision", "rework", "branches", List.of("security")));
        Map<String, Object> found = new HashMap<>(Reviewers.finding("reject", "high"));
        reviewers.complete(pilot, "reviewSecurity", found);
        assertThat(scorecards.of(pilot)).as("it was raised before").isEmpty();
        chair(pilot, cases.sentBackAgain("A new test", Map.of("decision", "rework", "branches", List.of("security"))));
        found.put("finding1_text", "Who may read the logs?");
        reviewers.complete(pilot, "reviewSecurity", found);
        assertThat(scorecards.of(pilot)).singleElement().satisfies(mark -> {
            assertThat(mark.kind()).isEqualTo(FunctionMark.LATE_QUESTION);
            assertThat(mark.roleGroup()).isEqualTo("security-review");
            assertThat(mark.note()).isEqualTo("Who may read the logs?");
        });
    }

    @Test
    void silenceNeverAuthorisesAndCountsAgainstTheFunction() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.LOW);
        time.moveBy(Duration.ofDays(60));
        assertThat(cases.open(pilot)).containsExactly("reviewCompliance");
        assertThat(scorecards.of(pilot)).singleElement().satisfies(mark -> {
            assertThat(mark.kind()).isEqualTo(FunctionMark.SILENCE);
            assertThat(mark.roleGroup()).isEqualTo("compliance-review");
        });
        cases.complete(pilot, "reviewCompliance", CHAIR, Map.of());
        assertThat(pilots.get(pilot).phase()).as("the chair steps in").isEqualTo(Phase.WORKFLOW_REDESIGN);
    }

    @Test
    void silenceOfTheChairDecidesNothing() {
        String pilot = rejectedBySecurity();
        time.moveBy(Duration.ofDays(60));
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
    }

    private String rejectedBySecurity() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.MEDIUM);
        reviewers.complete(pilot, "reviewSecurity", Reviewers.finding("reject", "high"));
        reviewers.agree(pilot);
        return pilot;
    }

    private void chair(String pilot, Map<String, ?> answers) {
        cases.complete(pilot, "decideAuthorisation", CHAIR, answers);
    }
}
