package io.pilotage.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a pilot was authorised with is settled by its day, or the approval does not count any more. */
@PilotageTest
class ReviewDutyTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    GateKeeper gates;

    @Autowired
    ReviewManagement reviews;

    @Autowired
    ReviewDutyManagement duties;

    @Autowired
    TimeMachine time;

    @Test
    void anOpenFindingIsOwedAndItsFunctionClosesIt() {
        String pilot = authorisedWith("reviewSecurity", Reviewers.finding("approveWithFindings", "medium"));
        assertThat(cases.open(pilot)).contains("settleReviewDuty");
        assertThat(reviews.openFindings(pilot)).hasSize(1);
        assertThat(gates.missing(pilot, Gate.G4)).doesNotContain("approvalsCount");
        cases.complete(pilot, "settleReviewDuty", "security-review", Map.of());
        assertThat(reviews.openFindings(pilot)).isEmpty();
        assertThat(cases.open(pilot)).doesNotContain("settleReviewDuty");
    }

    @Test
    void afterItsDayNoGateOpensUntilItIsSettled() {
        String pilot = authorisedWith("reviewSecurity", Reviewers.finding("approveWithFindings", "low"));
        time.moveBy(Duration.ofDays(32));
        assertThat(gates.missing(pilot, Gate.G4)).contains("approvalsCount");
        assertThat(gates.missing(pilot, Gate.G6)).contains("approvalsCount");
        cases.complete(pilot, "settleReviewDuty", "security-review", Map.of());
        assertThat(gates.missing(pilot, Gate.G4)).doesNotContain("approvalsCount");
    }

    @Test
    void anExceptionThatExpiresTakesTheApprovalWithIt() {
        String pilot = authorisedWith("reviewCompliance", exception());
        assertThat(duties.open(pilot)).extracting(ReviewDuty::kind).containsExactly(ReviewDuty.Kind.EXCEPTION);
        time.moveBy(Duration.ofDays(40));
        assertThat(gates.missing(pilot, Gate.G5)).contains("approvalsCount");
        cases.complete(pilot, "settleReviewDuty", "compliance-review", Map.of());
        assertThat(gates.missing(pilot, Gate.G5)).doesNotContain("approvalsCount");
    }

    @Test
    void whoeverOwnsItDoesNotConfirmIt() {
        Map<String, Object> own = new HashMap<>(Reviewers.finding("approveWithFindings", "low"));
        own.put("finding1_owner", "security-review");
        String pilot = authorisedWith("reviewSecurity", own);
        assertThatThrownBy(() -> cases.complete(pilot, "settleReviewDuty", "security-review", Map.of()))
                .hasMessageContaining("does not confirm it");
    }

    private static Map<String, Object> exception() {
        return Map.of(
                "exception1_present", true,
                "exception1_control", "Logs for six months",
                "exception1_compensation", "Copies by hand",
                "exception1_owner", "it-operations",
                "exception1_expires", Reviewers.today().plusDays(30));
    }

    private String authorisedWith(String task, Map<String, ?> answers) {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.MEDIUM);
        Reviewers reviewers = new Reviewers(cases);
        reviewers.complete(pilot, task, answers);
        reviewers.agree(pilot);
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
        return pilot;
    }
}
