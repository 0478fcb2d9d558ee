package io.pilotage.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Phase;
import io.pilotage.seal.SealKind;
import io.pilotage.seal.Seals;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.verify.Sha256;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The evaluation plan is sealed before the run, results are judged against it, and others can check it. */
@PilotageTest
class EvaluationPlanTests {

    @Autowired
    Cases cases;

    @Autowired
    Seals seals;

    @Autowired
    EvaluationPlans plans;

    @Autowired
    ReviewManagement reviews;

    @LocalServerPort
    int port;

    private Reviewers reviewers;
    private String pilot;

    @BeforeEach
    void plan() {
        reviewers = new Reviewers(cases);
        pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.HIGH);
        reviewers.complete(pilot, "planEvaluation", criterion("0.9"));
    }

    @Test
    void thePlanIsSealedAndSignedByWhoMadeIt() {
        assertThat(seals.signed(pilot, SealKind.EVALUATION_PLAN)).isPresent();
        assertThat(plans.of(pilot).orElseThrow().plan().criteria()).hasSize(2);
        assertThat(cases.open(pilot)).contains("validateIndependently").doesNotContain("planEvaluation");
    }

    @Test
    void aMissedCriterionIsNeverApprovedWithoutAFinding() {
        Map<String, Object> missed = Map.of("observed1_value", 0.89, "observed2_value", 12);
        assertThatThrownBy(() -> reviewers.complete(pilot, "validateIndependently", missed))
                .hasMessageContaining("accuracy")
                .hasMessageContaining("missed");
        Map<String, Object> withFinding = new HashMap<>(missed);
        withFinding.putAll(Reviewers.finding("approveWithFindings", "high"));
        reviewers.complete(pilot, "validateIndependently", withFinding);
        assertThat(reviews.assessmentOf(pilot, ValidationReport.class)
                        .orElseThrow()
                        .measured())
                .extracting(ValidationReport.Measured::met)
                .containsExactly(false, true);
    }

    @Test
    void withoutAPlanNobodyApproves() {
        String other = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.HIGH);
        reviewers.complete(other, "planEvaluation", Map.of("decision", "none", "reason", "No model"));
        assertThatThrownBy(() -> reviewers.approve(other, "validateIndependently"))
                .hasMessageContaining("no sealed evaluation plan");
        reviewers.complete(other, "validateIndependently", Map.of("decision", "notApplicable", "reason", "No model"));
        assertThat(cases.open(other)).doesNotContain("validateIndependently");
    }

    @Test
    void twoCriteriaOnTheSameFigureAreRefused() {
        String other = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.HIGH);
        Map<String, Object> twice = criterion("0.9");
        twice.put("criterion2_metric", "accuracy");
        twice.put("criterion2_comparator", "atLeast");
        assertThatThrownBy(() -> reviewers.complete(other, "planEvaluation", twice))
                .hasMessageContaining("twice");
        assertThat(seals.of(other)).isEmpty();
    }

    @Test
    void eachCriterionIsHandedOutAsAManifestThatNamesTheOneBefore() {
        Caller reader = Caller.session(port, "audit-read");
        String before = reader.get(address(1, 1)).body();
        assertThat(before)
                .contains("metric: accuracy\n", "comparator: '>='\n", "threshold: 0.9\n", "version: prml/0.1\n")
                .doesNotContain("prior_hash");
        repeat("0.95");
        String after = reader.get(address(2, 1)).body();
        assertThat(after).contains("threshold: 0.95\n", "prior_hash: " + Sha256.hex(before) + "\n", claimOf(before));
        assertThat(reader.get(address(2, 2)).body())
                .as("what did not change keeps its manifest")
                .isEqualTo(reader.get(address(1, 2)).body());
        assertThat(reader.get(address(1, 3)).status()).isEqualTo(404);
        assertThat(reader.get(address(3, 1)).status()).isEqualTo(404);
        assertThat(Caller.anonymous(port).get(address(1, 1)).status()).isIn(302, 401);
        try (Browser browser = Browser.desktop(port)
                .signIn("audit-read")
                .open("/pilots/" + pilot + "/seals/evaluation-plan?lang=en")
                .screenshot("seal-plan")) {
            assertThat(browser.page().locator("main").innerText())
                    .contains("criterion 2", "Asked for by", "New benchmark");
        }
    }

    private String address(int version, int position) {
        return "/pilots/" + pilot + "/seals/evaluation-plan/" + version + "/" + position + ".prml";
    }

    private static String claimOf(String manifest) {
        return manifest.lines()
                        .filter(line -> line.startsWith("claim_id: "))
                        .findFirst()
                        .orElseThrow() + "\n";
    }

    /** The chair has the validation repeated, and the validator asks for more than before. */
    private void repeat(String threshold) {
        reviewers.complete(
                pilot, "validateIndependently", Map.of("decision", "reject", "finding1_owner", "it-operations"));
        reviewers.agree(pilot);
        cases.complete(
                pilot,
                "decideAuthorisation",
                "governance-chair",
                Map.of("decision", "rework", "branches", java.util.List.of("validation"), "reason", "Repeat it"));
        Map<String, Object> changed = criterion(threshold);
        changed.put("changeReason", "New benchmark");
        reviewers.complete(pilot, "planEvaluation", changed);
    }

    private static Map<String, Object> criterion(String threshold) {
        Map<String, Object> plan = new HashMap<>(Map.of(
                "criterion1_metric", "accuracy",
                "criterion1_comparator", "atLeast",
                "criterion1_threshold", Double.valueOf(threshold),
                "criterion2_present", true,
                "criterion2_metric", "latency_ms",
                "criterion2_comparator", "lessThan",
                "criterion2_threshold", 200));
        return plan;
    }
}
