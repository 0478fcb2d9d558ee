package io.pilotage.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.pilot.Tier;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PilotageTest
class GovernanceReviewTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    ReviewManagement reviews;

    @Autowired
    BoundaryManagement boundaries;

    @Autowired
    AuthorisationManagement authorisations;

    @Autowired
    GateKeeper gates;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void lowTierMeetsComplianceAlone() {
        String pilot = standing(Cases.LOW);
        assertThat(cases.open(pilot)).containsExactly("reviewCompliance");
        new Reviewers(cases).agree(pilot);
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
        assertThat(decision(pilot).signers()).containsExactly("compliance-review");
    }

    @Test
    void mediumTierMeetsFiveFunctionsAndTheOwnerOfTheRisk() {
        String pilot = standing(Cases.MEDIUM);
        assertThat(cases.open(pilot))
                .containsExactly(
                        "reviewCompliance", "reviewData", "reviewLegalPrivacy", "reviewOperations", "reviewSecurity");
        Reviewers reviewers = new Reviewers(cases);
        cases.open(pilot).forEach(task -> reviewers.approve(pilot, task));
        assertThat(cases.open(pilot)).containsExactly("ownResidualRisk");
        reviewers.approve(pilot, "ownResidualRisk");
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
        assertThat(decision(pilot).signers())
                .containsExactlyInAnyOrder(
                        "compliance-review", "legal-privacy", "security-review", "data-owner", "it-operations");
    }

    @Test
    void highTierAgenticMeetsEveryBranch() {
        String pilot = standing(Cases.HIGH);
        assertThat(cases.open(pilot))
                .containsExactly(
                        "informWorkers",
                        "planEvaluation",
                        "reviewCompliance",
                        "reviewData",
                        "reviewLegalPrivacy",
                        "reviewOperations",
                        "reviewSecurity",
                        "setAutonomyBoundary");
        new Reviewers(cases).agree(pilot);
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
        assertThat(boundaries.of(pilot)).hasValueSatisfying(boundary -> {
            assertThat(boundary.isSigned()).isTrue();
            assertThat(boundary.actions()).hasSize(1);
        });
    }

    @Test
    void whatWasAgreedIsKeptForTheLaterPhases() {
        String pilot = standing(Cases.HIGH);
        new Reviewers(cases).agree(pilot);
        assertThat(reviews.assessmentOf(pilot, DataContract.class))
                .hasValueSatisfying(
                        contract -> assertThat(contract.contractOwner()).isEqualTo("data-owner"));
        assertThat(reviews.assessmentOf(pilot, ValidationReport.class))
                .hasValueSatisfying(report -> assertThat(report.driftSigns()).hasSize(1));
        assertThat(reviews.assessmentOf(pilot, PrivacyAssessment.class))
                .hasValueSatisfying(privacy -> assertThat(privacy.fria()).isNotNull());
        assertThat(reviews.assessmentOf(pilot, OperationsPlan.class)).isPresent();
        assertThat(reviews.assessmentOf(pilot, SecurityAssessment.class)).isPresent();
        assertThat(reviews.assessmentOf(pilot, WorkerNotice.class)).isPresent();
        assertThat(reviews.assessmentOf(pilot, ComplianceAssessment.class)).isPresent();
        assertThat(authorisations.riskOf(pilot))
                .hasValueSatisfying(risk -> assertThat(risk.person()).isEqualTo("decision-owner"));
    }

    @Test
    void everyDecisionKeepsThePolicyVersionInForce() {
        String pilot = standing(Cases.MEDIUM);
        new Reviewers(cases).agree(pilot);
        assertThat(reviews.of(pilot))
                .hasSize(5)
                .allSatisfy(review -> assertThat(review.policyVersion())
                        .matches("riskTier 1\\.0-[0-9a-f]{8}, requiredReviews 1\\.0-[0-9a-f]{8}"));
    }

    @Test
    void missingRiskAnswersAreGivenByComplianceAndCloseTheGap() {
        String pilot = standing(RiskAnswers.UNANSWERED);
        assertThat(pilots.get(pilot).tier()).isNull();
        assertThat(cases.open(pilot)).hasSize(8);
        Reviewers reviewers = new Reviewers(cases);
        reviewers.complete(
                pilot,
                "reviewCompliance",
                Map.of(
                        "regulatedArea", "none",
                        "affectedPersons", "none",
                        "autonomy", "advises",
                        "agentic", "no",
                        "personalData", "no",
                        "workersAffected", "no"));
        assertThat(pilots.get(pilot).tier()).isEqualTo(Tier.LOW);
        for (String task : cases.open(pilot)) {
            reviewers.complete(
                    pilot, task, Map.of("decision", task.equals("planEvaluation") ? "none" : "notApplicable"));
        }
        reviewers.complete(pilot, "validateIndependently", Map.of("decision", "notApplicable"));
        reviewers.approve(pilot, "confirmAutonomyBoundary");
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
        assertThat(cases.open(pilot)).as("the short path of the low tier").containsExactly("planChange");
    }

    @Test
    void correctedRiskAnswersCallTheReviewsThatAreMissing() {
        String pilot = standing(Cases.LOW);
        new Reviewers(cases)
                .complete(
                        pilot,
                        "reviewCompliance",
                        Map.of(
                                "tierAnswers", "correct",
                                "regulatedArea", "none",
                                "affectedPersons", "customers",
                                "autonomy", "advises",
                                "agentic", "no",
                                "personalData", "yes",
                                "workersAffected", "no"));
        assertThat(pilots.get(pilot).tier()).isEqualTo(Tier.MEDIUM);
        assertThat(cases.open(pilot))
                .containsExactly("reviewData", "reviewLegalPrivacy", "reviewOperations", "reviewSecurity");
        new Reviewers(cases).agree(pilot);
        assertThat(authorisations.riskOf(pilot)).as("asked by the tier of now").isPresent();
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
    }

    @Test
    void confirmedRiskAnswersChangeNothing() {
        String pilot = standing(Cases.LOW);
        new Reviewers(cases).complete(pilot, "reviewCompliance", Map.of("tierAnswers", "confirm"));
        assertThat(pilots.get(pilot).risk()).isEqualTo(Cases.LOW);
        assertThat(pilots.get(pilot).tier()).isEqualTo(Tier.LOW);
    }

    private String standing(RiskAnswers risk) {
        return cases.standingIn(Phase.GOVERNANCE_REVIEW, risk);
    }

    private GateDecided decision(String pilot) {
        List<GateDecided> decided = transactions.execute(status -> gates.decisions(pilot));
        assertThat(decided).hasSize(1);
        assertThat(decided.get(0).gate()).isEqualTo(Gate.G3);
        assertThat(decided.get(0).outcome()).isEqualTo(GateOutcome.GO);
        return decided.get(0);
    }
}
