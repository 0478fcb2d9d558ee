package io.pilotage.redesign;

import static io.pilotage.redesign.RedesignCase.RITUAL;
import static io.pilotage.redesign.RedesignCase.ROSTER;
import static io.pilotage.redesign.RedesignCase.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.pilot.StallReason;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.Journeys;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class RedesignJourneyTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    GateKeeper gates;

    @Autowired
    RedesignManagement redesign;

    @Autowired
    Journeys journeys;

    @Autowired
    TimeMachine time;

    @Test
    void aSmallPilotPlansTheChangeInOneForm() {
        RedesignCase work = begin(Cases.LOW);
        assertThat(open(work)).containsExactly("planChange");
        cases.complete(work.pilot(), "planChange", "frontline-lead", with(RITUAL, ROSTER));
        work.decided("change-lead", Map.of("decision", "go"));
        assertThat(decision(work).outcome()).isEqualTo(GateOutcome.GO);
        assertThat(open(work)).doesNotContain("decideOperable");
        assertThat(redesign.rosterOf(work.pilot()).orElseThrow().intended()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLargerPilotPreparesFourThingsAtOnceAndNeedsThreeSignatures(boolean agentic) {
        RedesignCase work = begin(agentic ? Cases.HIGH : Cases.MEDIUM).mapped(RITUAL);
        assertThat(open(work))
                .containsExactly("alignIncentives", "declareRoster", "prepareTraining", "resolveFriction");
        work.prepared();
        assertThat(open(work)).containsExactly("decideOperable", "decideOperable", "decideOperable");
        work.decided("change-lead", Map.of("decision", "go")).decided("frontline-lead", Map.of("decision", "go"));
        assertThat(gates.decisions(work.pilot())).isEmpty();
        work.decided("decision-owner", Map.of("decision", "go"));
        assertThat(decision(work).gate()).isEqualTo(Gate.G4);
        assertThat(open(work)).doesNotContain("decideOperable");
    }

    @Test
    void minutesPerCaseAreTheSumOfTheSteps() {
        RedesignCase work = begin(Cases.MEDIUM);
        cases.complete(
                work.pilot(),
                "mapAsIs",
                "frontline-lead",
                Map.of("step1_minutes", 12.5, "step2_present", true, "step2_minutes", 3));
        assertThat(redesign.changeOf(work.pilot()).minutesBefore()).isEqualByComparingTo("15.5");
        assertThat(redesign.changeOf(work.pilot()).minutesAfter()).isNull();
    }

    @Test
    void reworkAsksEverythingAgainAndTheNewAnswerCounts() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(Map.of()).prepared();
        assertThat(redesign.changeOf(work.pilot()).isOverlay()).isTrue();
        work.decided("change-lead", stalled("rework"))
                .decided("frontline-lead", stalled("rework"))
                .decided("decision-owner", stalled("rework"));
        assertThat(open(work)).containsExactly("mapAsIs");
        work.mapped(RITUAL).prepared();
        assertThat(redesign.changeOf(work.pilot()).ritualChanges()).hasSize(1);
        decideAll(work, Map.of("decision", "go"));
        assertThat(decision(work).outcome()).isEqualTo(GateOutcome.GO);
    }

    @Test
    void theThirdReworkIsOwnedBySponsorAndChairOrEndsThePilot() {
        RedesignCase work = begin(Cases.LOW);
        for (String evidence : List.of("First", "Second", "Third")) {
            sendBack(work, evidence);
        }
        assertThat(open(work)).containsExactly("settleLoops", "settleLoops");
        cases.complete(work.pilot(), "settleLoops", "bu-sponsor", Map.of("decision", "own"));
        cases.complete(work.pilot(), "settleLoops", "governance-chair", Map.of("decision", "own"));
        assertThat(open(work)).containsExactly("decideOperable");
        work.decided("change-lead", cases.sentBackAgain("Fourth", stalled("rework")));
        cases.complete(work.pilot(), "settleLoops", "bu-sponsor", Map.of("decision", "own"));
        cases.complete(
                work.pilot(), "settleLoops", "governance-chair", Map.of("decision", "kill", "reasonCode", "readiness"));
        assertThat(pilots.get(work.pilot()).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(work.pilot())).isTrue();
    }

    @Test
    void theStrictestSignatureHolds() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL).prepared();
        work.decided("change-lead", Map.of("decision", "go"))
                .decided("frontline-lead", stalled("stop"))
                .decided("decision-owner", Map.of("decision", "go"));
        assertThat(pilots.get(work.pilot()).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(pilots.get(work.pilot()).stallReason()).isEqualTo(StallReason.READINESS);
        assertThat(cases.isOver(work.pilot())).isTrue();
    }

    @Test
    void aHoldEndsOnItsDate() {
        RedesignCase work = held();
        time.moveBy(Duration.ofDays(29));
        assertThat(open(work)).isEmpty();
        time.moveBy(Duration.ofDays(2));
        assertThat(pilots.get(work.pilot()).status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(open(work)).containsOnly("decideOperable").hasSize(3);
        decideAll(work, Map.of("decision", "go"));
        assertThat(decision(work).outcome()).isEqualTo(GateOutcome.GO);
    }

    @Test
    void aHoldCanBeLiftedEarlier() {
        RedesignCase work = held();
        assertThat(journeys.tell("operableHoldLifted", work.pilot(), Map.of())).isTrue();
        assertThat(pilots.get(work.pilot()).status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(open(work)).containsOnly("decideOperable").hasSize(3);
    }

    @Test
    void silenceApprovesNothing() {
        RedesignCase small = begin(Cases.LOW);
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL);
        time.moveBy(Duration.ofDays(120));
        assertThat(open(small)).containsExactly("planChange");
        assertThat(open(work)).hasSize(4);
        work.prepared();
        time.moveBy(Duration.ofDays(120));
        assertThat(open(work)).containsOnly("decideOperable").hasSize(3);
        assertThat(gates.decisions(work.pilot())).isEmpty();
        assertThat(pilots.get(work.pilot()).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
    }

    private void sendBack(RedesignCase work, String evidence) {
        cases.complete(work.pilot(), "planChange", "frontline-lead", with(RITUAL, ROSTER));
        work.decided("change-lead", cases.sentBackAgain(evidence, stalled("rework")));
    }

    private RedesignCase held() {
        RedesignCase work = begin(Cases.MEDIUM).mapped(RITUAL).prepared();
        LocalDate until = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(30);
        decideAll(work, with(stalled("hold"), Map.of("holdUntil", until)));
        assertThat(pilots.get(work.pilot()).status()).isEqualTo(PilotStatus.HELD);
        assertThat(open(work)).isEmpty();
        return work;
    }

    private static Map<String, Object> stalled(String decision) {
        return Map.of("decision", decision, "reasonCode", "readiness", "reason", "Not yet");
    }

    private static void decideAll(RedesignCase work, Map<String, ?> answers) {
        List.of("change-lead", "frontline-lead", "decision-owner").forEach(signer -> work.decided(signer, answers));
    }

    private GateDecided decision(RedesignCase work) {
        List<GateDecided> decisions = gates.decisions(work.pilot());
        return decisions.get(decisions.size() - 1);
    }

    private List<String> open(RedesignCase work) {
        return cases.open(work.pilot());
    }

    private RedesignCase begin(RiskAnswers risk) {
        return new RedesignCase(cases, cases.standingIn(Phase.WORKFLOW_REDESIGN, risk));
    }
}
