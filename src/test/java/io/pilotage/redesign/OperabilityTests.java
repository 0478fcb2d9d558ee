package io.pilotage.redesign;

import static io.pilotage.redesign.RedesignCase.DRY_RUN;
import static io.pilotage.redesign.RedesignCase.RITUAL;
import static io.pilotage.redesign.RedesignCase.ROSTER;
import static io.pilotage.redesign.RedesignCase.TRAINING;
import static io.pilotage.redesign.RedesignCase.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class OperabilityTests {

    @Autowired
    Cases cases;

    @Autowired
    GateKeeper gates;

    @Autowired
    AccountabilityManagement accountabilities;

    @Test
    void nothingIsVouchedForWhereNobodyWasAsked() {
        assertThat(missing(begin(Cases.MEDIUM))).hasSize(6);
        assertThat(missing(begin(Cases.LOW))).hasSize(3);
    }

    @Test
    void nothingIsMissingWhenAllIsAnswered() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL).prepared();
        assertThat(missing(work)).isEmpty();
    }

    @Test
    void aPilotThatChangesNoRitualIsAnOverlay() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(Map.of()).prepared();
        assertThat(missing(work)).containsExactly("ritualChangeDated");
        refused("ritualChangeDated", () -> work.decided("change-lead", Map.of("decision", "go")));
        assertThat(cases.open(work.pilot())).hasSize(3);
    }

    @Test
    void aChangeWithoutOwnerOrDayDoesNotCount() {
        Map<String, Object> ownerless = new HashMap<>(RITUAL);
        ownerless.remove("ritualChange1_owner");
        assertThat(missing(begin(Cases.MEDIUM).mapped(ownerless).prepared())).containsExactly("ritualChangeDated");
        Map<String, Object> undated = new HashMap<>(RITUAL);
        undated.remove("ritualChange1_effectiveOn");
        assertThat(missing(begin(Cases.MEDIUM).mapped(undated).prepared())).containsExactly("ritualChangeDated");
    }

    @Test
    void anUnknownPersonOwnsNothing() {
        RedesignCase work = begin(Cases.LOW);
        refused(
                "workflow.person.unknown",
                () -> cases.complete(
                        work.pilot(),
                        "planChange",
                        "frontline-lead",
                        with(with(RITUAL, ROSTER), Map.of("ritualChange1_owner", "nobody"))));
        assertThat(missing(work)).hasSize(3);
    }

    @Test
    void anObjectionOfTheRoleThatLosesAuthorityNeedsAnAnswer() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL);
        work.friction(Map.of("authorityView", "objects", "authorityConcern", "We lose the overview"));
        work.incentives(Map.of()).roster(ROSTER).training(TRAINING).walkedThrough(DRY_RUN);
        assertThat(missing(work)).containsExactly("noUnansweredObjection");
    }

    @Test
    void anAnsweredConcernIsNone() {
        RedesignCase work = begin(Cases.LOW);
        cases.complete(
                work.pilot(),
                "planChange",
                "frontline-lead",
                with(
                        with(RITUAL, ROSTER),
                        Map.of("concern1_present", true, "concern1_concern", "Too fast", "concern1_answer", "Slower")));
        assertThat(missing(work)).isEmpty();
    }

    @Test
    void aUserGroupThatWouldNotWorkThisWayNeedsAnAnswer() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL);
        work.friction(Map.of()).incentives(Map.of()).roster(ROSTER).training(TRAINING);
        work.walkedThrough(with(DRY_RUN, Map.of("segment1_accepts", "no", "segment1_concern", "It hides the reason")));
        assertThat(missing(work)).containsExactly("noUnansweredObjection");
    }

    @Test
    void anOpenConflictOfTargetsKeepsTheGateClosed() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL);
        work.incentives(Map.of("touched", "yes", "incentive1_resolution", "open"));
        assertThat(missing(work)).contains("incentivesSettled");
    }

    @Test
    void aConflictIsAcceptedByTheSponsorsSuperiorOnly() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL);
        Map<String, Object> accepted = Map.of("touched", "yes", "incentive1_resolution", "accepted");
        refused(
                "redesign.incentive.notSuperior",
                () -> work.incentives(with(accepted, Map.of("incentive1_acceptedBy", "bu-sponsor-2"))));
        accountabilities.name(work.pilot(), "bu-sponsor", "bu-sponsor", null, "function-head-2", "portfolio-office");
        refused(
                "redesign.incentive.notSuperior",
                () -> work.incentives(with(accepted, Map.of("incentive1_acceptedBy", "function-head"))));
        work.incentives(with(accepted, Map.of("incentive1_acceptedBy", "function-head-2")));
        assertThat(missing(work)).doesNotContain("incentivesSettled");
    }

    @Test
    void theRosterAccountsForEverybody() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL);
        refused("redesign.roster.incomplete", () -> work.roster(with(ROSTER, Map.of("excluded", 9))));
        work.roster(ROSTER);
        assertThat(missing(work)).doesNotContain("rosterComplete");
    }

    @Test
    void tooFewFirstUsersPassed() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL);
        refused("redesign.training.tooManyPassed", () -> work.training(with(TRAINING, Map.of("passed", 11))));
        work.training(with(TRAINING, Map.of("passed", 7)));
        assertThat(missing(work)).contains("trainingReady");
    }

    @Test
    void aWalkThroughNeedsUsersAndAPast() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL);
        work.friction(Map.of()).incentives(Map.of()).roster(ROSTER).training(TRAINING);
        refused("redesign.dryRun.tooFew", () -> work.walkedThrough(with(DRY_RUN, Map.of("participants", 4))));
        refused("redesign.dryRun.notYet", () -> work.walkedThrough(with(DRY_RUN, Map.of("heldOn", "2090-01-31"))));
        work.walkedThrough(with(DRY_RUN, Map.of("fallbackResult", "failed")));
        assertThat(missing(work)).containsExactly("fallbackRehearsed");
    }

    private static void refused(String reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).hasStackTraceContaining(reason);
    }

    private List<String> missing(RedesignCase work) {
        return gates.missing(work.pilot(), Gate.G4);
    }

    private RedesignCase begin(RiskAnswers risk) {
        return new RedesignCase(cases, cases.standingIn(Phase.WORKFLOW_REDESIGN, risk));
    }
}
