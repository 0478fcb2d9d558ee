package io.pilotage.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.discovery.DemoDisclosure;
import io.pilotage.discovery.DemoDisclosure.ProductionDelta;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.Roster;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.FormFiller;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

@PilotageTest
class RolloutJourneyTests {

    private static final Duration DWELL = Duration.ofDays(14);
    private static final Duration LAST_DWELL = Duration.ofDays(28);

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    RolloutManagement rollout;

    @Autowired
    ProductionManagement production;

    @Autowired
    TimeMachine time;

    @Autowired
    Trail trail;

    @Autowired
    DiscoveryManagement discovery;

    @Autowired
    RedesignManagement redesign;

    private RolloutCases ringed;

    @BeforeEach
    void prepare() {
        ringed = new RolloutCases(cases);
    }

    @Test
    void lowTierStartsRingZeroAtOnceAndReachesProductionInThreeTasks() {
        String pilot = cases.standingIn(Phase.ROLLOUT, Cases.LOW);
        cases.complete(pilot, "planRings", "pilot-owner", RolloutCases.oneRing());
        assertThat(cases.open(pilot)).isEmpty();
        assertThat(rollout.planOf(pilot).orElseThrow().openedAt()).isNotNull();
        time.moveBy(DWELL);
        cases.complete(pilot, "reviewRing", "governance-chair", lowReview());
        cases.complete(pilot, "acceptProduction", "it-operations", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.ADOPTION_MEASUREMENT);
    }

    @Test
    void aThirdStayInTheLastRingIsOwnedBySponsorAndChairOrEndsThePilot() {
        String pilot = cases.standingIn(Phase.ROLLOUT, Cases.LOW);
        cases.complete(pilot, "planRings", "pilot-owner", RolloutCases.oneRing());
        for (String evidence : List.of("First", "Second", "Third")) {
            time.moveBy(DWELL);
            cases.complete(pilot, "reviewRing", "governance-chair", lowReview());
            stay(pilot, evidence);
        }
        assertThat(cases.open(pilot)).containsExactly("settleLoops", "settleLoops");
        cases.complete(pilot, "settleLoops", "bu-sponsor", Map.of("decision", "own"));
        cases.complete(pilot, "settleLoops", "governance-chair", Map.of("decision", "own"));
        assertThat(cases.open(pilot)).containsExactly("acceptProduction");
        stay(pilot, "Fourth");
        cases.complete(pilot, "settleLoops", "governance-chair", Map.of("decision", "own"));
        cases.complete(pilot, "settleLoops", "bu-sponsor", Map.of("decision", "kill", "reasonCode", "value"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void mediumTierReachesProductionRingByRing() {
        String pilot = ringed.inRingZero(Cases.MEDIUM);
        time.moveBy(DWELL);
        cases.complete(pilot, "reviewRing", "governance-chair", RolloutCases.review("promote"));
        assertThat(cases.open(pilot)).containsExactly("startRing");
        cases.complete(pilot, "startRing", "pilot-owner", Map.of("change", "firstUse"));
        time.moveBy(LAST_DWELL);
        cases.complete(pilot, "reviewRing", "decision-owner", RolloutCases.review("promote"));
        cases.complete(pilot, "acceptProduction", "it-operations", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.ADOPTION_MEASUREMENT);
        assertThat(rollout.stepsOf(pilot))
                .extracting(RingStep::kind)
                .containsExactly(RingStep.Kind.OPENED, RingStep.Kind.PROMOTED, RingStep.Kind.OPENED);
    }

    @Test
    void theReviewOpensShortlyBeforeTheDwellEndsAndNotEarlier() {
        String pilot = ringed.inRingZero(Cases.HIGH);
        time.moveBy(DWELL.minusDays(6));
        assertThat(cases.open(pilot)).isEmpty();
        time.moveBy(Duration.ofDays(5));
        assertThat(cases.open(pilot)).containsExactly("reviewRing");
        assertThat(cases.anyTask(pilot, "reviewRing").getDueDate().toInstant())
                .isBefore(rollout.planOf(pilot).orElseThrow().dwellEndsAt().plus(Duration.ofDays(1)));
    }

    @Test
    void aHandoverIsSentBackUntilBothSign() {
        String pilot = cases.standingIn(Phase.ROLLOUT, Cases.MEDIUM);
        cases.complete(pilot, "planRings", "pilot-owner", RolloutCases.twoRings());
        cases.complete(pilot, "handOverProduction", "it-operations", RolloutCases.handover());
        cases.complete(pilot, "acceptHandover", "pilot-owner", Map.of("decision", "sendBack", "reason", "No runbook"));
        assertThat(cases.open(pilot)).containsExactly("handOverProduction");
        assertThat(production.handoverOf(pilot).orElseThrow().sentBack()).isEqualTo("No runbook");
        cases.complete(pilot, "handOverProduction", "it-operations", RolloutCases.handover());
        cases.complete(pilot, "acceptHandover", "pilot-owner", Map.of("decision", "accept"));
        assertThat(production.handoverOf(pilot).orElseThrow().isSignedByBoth()).isTrue();
        assertThat(cases.open(pilot)).containsExactly("startRing");
        assertThat(declared(pilot, "handOverProduction")).startsWith("With my signature I take this pilot over");
        assertThat(declared(pilot, "acceptHandover")).contains("whether I hand this pilot over to operations");
    }

    @Test
    void eachDifferenceToTheDemoIsClosedOrAcceptedByName() {
        String pilot = cases.standingIn(Phase.ROLLOUT, Cases.MEDIUM);
        discovery.disclose(new DemoDisclosure(
                pilot,
                "snapshot",
                null,
                null,
                "none",
                "none",
                List.of(
                        new ProductionDelta("data", "data-owner", "A file", "A feed"),
                        new ProductionDelta("users", "change-lead", "Volunteers", "Everybody")),
                null));
        cases.complete(pilot, "planRings", "pilot-owner", RolloutCases.twoRings());
        Map<String, Object> settled = new HashMap<>(RolloutCases.handover());
        settled.putAll(Map.of("difference2_state", "accepted", "difference2_acceptedBy", "nobody-knows"));
        assertThatThrownBy(() -> cases.complete(pilot, "handOverProduction", "it-operations", settled))
                .hasMessageContaining("nobody-knows");
        settled.put("difference2_acceptedBy", "bu-sponsor");
        cases.complete(pilot, "handOverProduction", "it-operations", settled);
        assertThat(cases.shown(cases.anyTask(pilot, "acceptHandover"), "pilot-owner")
                        .get("context")
                        .toString())
                .contains("settled=closed", "settled=stays, accepted by BU sponsor A", "kind=Model");
    }

    @Test
    void aDifferenceIsNotLeftOpenAtTheHandover() {
        String pilot = cases.standingIn(Phase.ROLLOUT, Cases.MEDIUM);
        ProductionDelta delta = new ProductionDelta("data", "data-owner", "A file", "A feed");
        discovery.disclose(new DemoDisclosure(pilot, "snapshot", null, null, "none", "none", List.of(delta), null));
        cases.complete(pilot, "planRings", "pilot-owner", RolloutCases.twoRings());
        Map<String, Object> all = FormFiller.fill("handOverProduction", RolloutCases.handover(), Map.of());
        assertThatThrownBy(() -> cases.submit(pilot, "handOverProduction", "it-operations", all))
                .hasMessageContaining("What became of it?");
    }

    @Test
    void theLastRingReachesEverybodyOnTheRoster() {
        String pilot = cases.standingIn(Phase.ROLLOUT, Cases.LOW);
        redesign.declare(new Roster(
                pilot,
                120,
                0,
                null,
                null,
                null,
                List.of(new Roster.Segment("Planners", 120, "All", "daily", 60)),
                null));
        assertThatThrownBy(() -> cases.complete(pilot, "planRings", "pilot-owner", RolloutCases.twoRings()))
                .hasMessageContaining("The last ring has 100 users, but 120 people are meant to use it");
        assertThat(rollout.planOf(pilot)).isEmpty();
    }

    @Test
    void aHeldRingStartsANewDwell() {
        String pilot = ringed.inRingZero(Cases.MEDIUM);
        time.moveBy(DWELL);
        cases.complete(pilot, "reviewRing", "governance-chair", RolloutCases.review("hold", "incidents", 2));
        assertThat(cases.open(pilot)).isEmpty();
        assertThat(rollout.currentRing(pilot)).isZero();
        time.moveBy(DWELL);
        assertThat(cases.open(pilot)).containsExactly("reviewRing");
    }

    @Test
    void aBrokenLimitIsNotPromoted() {
        String pilot = ringed.inRingZero(Cases.MEDIUM);
        time.moveBy(DWELL);
        assertThatThrownBy(() -> cases.complete(
                        pilot, "reviewRing", "governance-chair", RolloutCases.review("promote", "overrideRate", 1)))
                .hasMessageContaining("overrides in percent");
        assertThat(cases.open(pilot)).containsExactly("reviewRing");
        assertThat(rollout.reviewsOf(pilot)).isEmpty();
    }

    @Test
    void tooMuchHarmLeavesOnlyTheRollback() {
        String pilot = ringed.inRingZero(Cases.MEDIUM);
        time.moveBy(DWELL);
        assertThatThrownBy(() -> cases.complete(
                        pilot, "reviewRing", "governance-chair", RolloutCases.review("hold", "incidents", 3)))
                .hasMessageContaining("must be rolled back");
        cases.complete(pilot, "reviewRing", "governance-chair", RolloutCases.review("rollback", "incidents", 3));
        assertThat(cases.open(pilot)).containsExactly("rollBackRing");
    }

    @Test
    void anUnmeasuredPilotReachesNoMoreUsers() {
        String pilot = ringed.inRingZero(Cases.MEDIUM);
        time.moveBy(DWELL);
        pilots.become(pilot, PilotStatus.UNMEASURED, null, null);
        assertThatThrownBy(
                        () -> cases.complete(pilot, "reviewRing", "governance-chair", RolloutCases.review("promote")))
                .hasMessageContaining("Nobody measured this pilot");
        cases.complete(pilot, "reviewRing", "governance-chair", RolloutCases.review("hold"));
        assertThat(rollout.currentRing(pilot)).isZero();
    }

    @Test
    void silenceHoldsTheRingAndTheReviewStaysOpen() {
        String pilot = ringed.inRingZero(Cases.MEDIUM);
        time.moveBy(DWELL.plusDays(30));
        assertThat(cases.open(pilot)).containsExactly("reviewRing");
        assertThat(rollout.currentRing(pilot)).isZero();
        assertThat(rollout.stepsOf(pilot)).extracting(RingStep::kind).contains(RingStep.Kind.HELD_FOR_SILENCE);
        assertThat(rollout.stepsOf(pilot)).extracting(RingStep::kind).doesNotContain(RingStep.Kind.PROMOTED);
    }

    @Test
    void onlyTheChairReviewsRingZero() {
        String pilot = ringed.inRingZero(Cases.MEDIUM);
        time.moveBy(DWELL);
        assertThatThrownBy(() -> cases.complete(pilot, "reviewRing", "decision-owner", RolloutCases.review("promote")))
                .isInstanceOf(RuntimeException.class);
        assertThat(cases.open(pilot)).containsExactly("reviewRing");
    }

    private static Map<String, Object> lowReview() {
        Map<String, Object> answers = RolloutCases.review("promote");
        answers.keySet()
                .removeAll(List.of("overrideRate", "reviewSeconds", "latencySeconds", "unitCost", "contractMet"));
        return answers;
    }

    private void stay(String pilot, String evidence) {
        cases.complete(
                pilot, "acceptProduction", "it-operations", cases.sentBackAgain(evidence, Map.of("decision", "hold")));
    }

    /** What the person who did the task last declared with the signature. */
    private String declared(String pilot, String task) {
        return trail.of(pilot, TrailFilter.ALL.ofKinds("completed").at(task), PageRequest.of(0, 1))
                .getContent()
                .get(0)
                .entry()
                .arguments()
                .get("statement")
                .toString();
    }
}
