package io.pilotage.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.discovery.DecisionMoment;
import io.pilotage.discovery.DecisionMoment.EdgeCase;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.workflow.CaseDirectory;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class ReviewRefusalTests {

    @Autowired
    Cases cases;

    @Autowired
    ReviewManagement reviews;

    @Autowired
    BoundaryManagement boundaries;

    @Autowired
    DiscoveryManagement discovery;

    @Autowired
    CaseDirectory directory;

    Reviewers reviewers;

    @BeforeEach
    void people() {
        reviewers = new Reviewers(cases);
    }

    @Test
    void anExceptionLastsNinetyDaysAtMost() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.LOW);
        Map<String, Object> tooLong = Map.of(
                "exception1_present",
                true,
                "exception1_owner",
                "compliance-review",
                "exception1_expires",
                Reviewers.today().plusDays(91));
        refused(pilot, "reviewCompliance", tooLong, "90");
        assertThat(reviews.of(pilot, Branch.COMPLIANCE))
                .hasValueSatisfying(review ->
                        assertThat(review.isDecided()).as("nothing is written").isFalse());
    }

    @Test
    void aPlanFixedAfterTheRunIsNoEvidence() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.HIGH);
        reviewers.approve(pilot, "planEvaluation");
        refused(
                pilot,
                "validateIndependently",
                Map.of("runOn", Reviewers.today().minusDays(1)),
                "fixed after the run");
        refused(pilot, "validateIndependently", Map.of("edgeCases", 3, "edgeCasesPassed", 4), "More edge cases");
    }

    @Test
    void everyEdgeCaseThatTheFrontlineNamedIsTested() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.HIGH);
        discovery.describe(new DecisionMoment(
                pilot,
                "The morning round",
                "An order",
                "Planner",
                BigDecimal.TEN,
                BigDecimal.TEN,
                "As today",
                "missedCase",
                "Twice as much",
                "Somebody notices",
                "More overrides",
                List.of(),
                List.of(new EdgeCase("No data", "No advice"), new EdgeCase("Strike", "As today")),
                null));
        reviewers.approve(pilot, "planEvaluation");
        refused(pilot, "validateIndependently", Map.of("edgeCases", 1), "named 2 edge cases and you tested 1");
        reviewers.complete(pilot, "validateIndependently", Map.of("edgeCases", 2, "edgeCasesPassed", 1));
        assertThat(cases.open(pilot)).doesNotContain("validateIndependently");
    }

    @Test
    void withHighRiskItIsAuthorisedOnlyWhenItWasEvaluatedAndAttacked() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.HIGH);
        reviewers.complete(pilot, "reviewSecurity", Map.of("redTeamResult", "notTested"));
        reviewers.complete(pilot, "planEvaluation", Map.of("decision", "none"));
        reviewers.complete(pilot, "validateIndependently", Map.of("decision", "notApplicable"));
        reviewers.agree(pilot);
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        Map<String, String> go = Map.of("decision", "go", "residualRisk", "Nobody has looked");
        assertThatThrownBy(() -> cases.complete(pilot, "decideAuthorisation", "governance-chair", go))
                .hasMessageContaining("Somebody tried to break it and did not succeed")
                .hasMessageContaining("Somebody independent has evaluated it");
    }

    @Test
    void whoOwnsThePilotOrAskedForItNeitherRenewsNorExcepts() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        assertThatThrownBy(() -> directory.guardSeparation(pilot, "renewApproval", "pilot-owner"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> directory.guardSeparation(pilot, "decideBaselineException", "pilot-owner"))
                .isInstanceOf(Refused.class);
        directory.guardSeparation(pilot, "renewApproval", "compliance-review");
        directory.guardSeparation(pilot, "decideBaselineException", "governance-chair");
    }

    @Test
    void nothingAheadOfUsHasHappened() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.HIGH);
        reviewers.approve(pilot, "planEvaluation");
        Map<String, Object> tomorrow =
                Map.of("rollbackTestedOn", Reviewers.today().plusDays(1));
        refused(pilot, "reviewOperations", tomorrow, "way back");
        refused(pilot, "informWorkers", Map.of("informedOn", Reviewers.today().plusDays(1)), "informed");
        refused(
                pilot,
                "validateIndependently",
                Map.of("runOn", Reviewers.today().plusDays(1)),
                "future");
    }

    @Test
    void logsAreKeptSixMonthsAtLeast() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.MEDIUM);
        refused(pilot, "reviewLegalPrivacy", Map.of("logMonths", 5), "6");
    }

    @Test
    void anApprovalWithFindingsNamesThem() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.LOW);
        assertThatThrownBy(() -> cases.submit(
                        pilot,
                        "reviewCompliance",
                        "compliance-review",
                        Map.of("reviewCompliance_decision", "approveWithFindings")))
                .hasMessageContaining("What must change");
    }

    @Test
    void theBoundaryStaysWithinTheAutonomyThatWasAgreed() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.HIGH);
        refused(pilot, "setAutonomyBoundary", Map.of("action1_mode", "automate"), "beyond the autonomy");
        reviewers.complete(pilot, "setAutonomyBoundary", Map.of("action1_mode", "approve"));
        assertThat(cases.open(pilot)).contains("confirmAutonomyBoundary");
    }

    @Test
    void aDeclinedBoundaryGoesBackAndIsSetAgain() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.HIGH);
        reviewers.approve(pilot, "setAutonomyBoundary");
        reviewers.complete(pilot, "confirmAutonomyBoundary", Map.of("decision", "reject", "reason", "Too wide"));
        assertThat(cases.open(pilot)).contains("setAutonomyBoundary").doesNotContain("confirmAutonomyBoundary");
        assertThat(boundaries.of(pilot)).hasValueSatisfying(boundary -> {
            assertThat(boundary.declinedReason()).isEqualTo("Too wide");
            assertThat(boundary.isSigned()).isFalse();
        });
        assertThat(boundaries.factsOf(pilot)).isEmpty();
        reviewers.agree(pilot);
        assertThat(boundaries.of(pilot)).hasValueSatisfying(boundary -> {
            assertThat(boundary.edition()).isEqualTo(2);
            assertThat(boundary.isSigned()).isTrue();
        });
    }

    @Test
    void aBoundaryNobodyWasAskedForCountsAsSigned() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.MEDIUM);
        assertThat(boundaries.factsOf(pilot)).containsExactly("boundarySigned");
    }

    @Test
    void aDeclaredInterestIsShownToTheChair() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.LOW);
        reviewers.complete(
                pilot,
                "reviewCompliance",
                Map.of(
                        "decision",
                        "reject",
                        "finding1_owner",
                        "it-operations",
                        "conflict",
                        "declared",
                        "conflictDetail",
                        "My team sells it"));
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        assertThat(reviews.of(pilot, Branch.COMPLIANCE))
                .hasValueSatisfying(review -> assertThat(review.interest()).isEqualTo("My team sells it"));
    }

    private void refused(String pilot, String task, Map<String, ?> answers, String sentence) {
        assertThatThrownBy(() -> reviewers.complete(pilot, task, answers)).hasMessageContaining(sentence);
        assertThat(cases.open(pilot)).contains(task);
    }
}
