package io.pilotage.pilot.reopening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.governance.Reviewers;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.reopening.Loop.Kind;
import io.pilotage.pilot.reopening.Loop.Outcome;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Loops are counted, whether somebody asks or a gate is sent back; the third one is owned by name, or the pilot ends. */
@PilotageTest
class LastLoopTests {

    private static final Map<String, Object> BACK = Map.of("decision", "rework", "branches", List.of("compliance"));

    @Autowired
    Cases cases;

    @Autowired
    Finality finality;

    @Autowired
    PilotManagement pilots;

    @Autowired
    TimeMachine time;

    @Test
    void theThirdLoopIsOwnedBySponsorAndChair() {
        Questions questions = thirdLoop();
        String pilot = questions.pilot();
        assertThat(cases.open(pilot)).containsExactly("settleLoops", "settleLoops", "stateMoneyCase");
        cases.complete(pilot, "settleLoops", "bu-sponsor", Map.of("decision", "own"));
        assertThat(questions.last().isOpen()).isTrue();
        cases.complete(pilot, "settleLoops", "governance-chair", Map.of("decision", "own"));
        assertThat(questions.last().outcome()).isEqualTo(Outcome.OWNED);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(cases.open(pilot)).containsExactly("stateMoneyCase");
    }

    @Test
    void whoDoesNotOwnTheThirdLoopEndsThePilot() {
        Questions questions = thirdLoop();
        String pilot = questions.pilot();
        cases.complete(
                pilot,
                "settleLoops",
                "bu-sponsor",
                Map.of("decision", "kill", "reasonCode", "value", "reason", "It has been asked three times"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        cases.complete(pilot, "settleLoops", "governance-chair", Map.of("decision", "own"));
        assertThat(questions.last().outcome()).isEqualTo(Outcome.KILLED);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void aFirstReworkNeedsNothingNewAndIsALoopUntilItIsDecidedAgain() {
        String pilot = rejected();
        sendBack(pilot, BACK);
        time.moveBy(Duration.ofDays(3));
        assertThat(finality.of(pilot)).singleElement().satisfies(loop -> {
            assertThat(loop.kind()).isEqualTo(Kind.REWORK);
            assertThat(loop.owner()).isNull();
            assertThat(loop.days(time.now())).isBetween(3L, 4L);
        });
        new Reviewers(cases).agree(pilot);
        assertThat(finality.of(pilot).get(0).outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(new Questions(cases, finality, time, pilot, Gate.G3)
                        .ask("The audit of May")
                        .number())
                .isEqualTo(2);
    }

    @Test
    void aSecondReworkNeedsNewEvidenceAndAnOwnerOfTheRisk() {
        String pilot = rejected();
        sendBack(pilot, BACK);
        reject(pilot);
        Map<String, Object> again = cases.sentBackAgain("The audit of May", BACK);
        assertThatThrownBy(() -> sendBack(pilot, BACK))
                .hasMessageContaining("fill in “What is known now and was not known then”");
        assertThatThrownBy(() -> sendBack(pilot, without(again, "evidenceOn")))
                .hasMessageContaining("fill in “Known since”");
        assertThatThrownBy(() -> sendBack(pilot, without(again, "ownsRisk")))
                .hasMessageContaining("tick “I own the risk of asking again”");
        assertThatThrownBy(() -> sendBack(pilot, with(again, "evidenceOn", "2020-01-31")))
                .hasMessageContaining("is not new");
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        sendBack(pilot, again);
        assertThat(finality.of(pilot)).hasSize(2).last().satisfies(loop -> {
            assertThat(loop.question().evidence()).isEqualTo("The audit of May");
            assertThat(loop.owner()).isEqualTo("governance-chair");
        });
        reject(pilot);
        assertThatThrownBy(() -> sendBack(pilot, with(again, "evidence", "the AUDIT of may!")))
                .hasMessageContaining("was brought before");
    }

    @Test
    void theThirdReworkIsOwnedBySponsorAndChairOrEndsThePilot() {
        String pilot = rejected();
        sendBack(pilot, BACK);
        reject(pilot);
        sendBack(pilot, cases.sentBackAgain("The audit of May", BACK));
        reject(pilot);
        sendBack(pilot, cases.sentBackAgain("The audit of June", BACK));
        assertThat(cases.open(pilot)).containsExactly("settleLoops", "settleLoops");
        settle(pilot, "own");
        assertThat(finality.of(pilot))
                .last()
                .satisfies(loop -> assertThat(loop.outcome()).isEqualTo(Outcome.OWNED));
        assertThat(cases.open(pilot)).containsExactly("decideAuthorisation");
        sendBack(pilot, cases.sentBackAgain("The audit of July", BACK));
        settle(pilot, "kill");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    private Questions thirdLoop() {
        Questions questions = Questions.aboutCharter(cases, finality, time);
        for (String evidence : List.of("The audit of May", "The audit of June")) {
            questions.ask(evidence);
            questions.answer("stands");
        }
        assertThat(questions.ask("The audit of July").number()).isEqualTo(3);
        return questions;
    }

    /** A case on which the chair has to decide. */
    private String rejected() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.LOW);
        reject(pilot);
        return pilot;
    }

    private void reject(String pilot) {
        new Reviewers(cases).complete(pilot, "reviewCompliance", Reviewers.finding("reject", "high"));
    }

    private void sendBack(String pilot, Map<String, Object> answers) {
        cases.complete(pilot, "decideAuthorisation", "governance-chair", answers);
    }

    private void settle(String pilot, String decisionOfChair) {
        cases.complete(pilot, "settleLoops", "bu-sponsor", Map.of("decision", "own"));
        cases.complete(
                pilot, "settleLoops", "governance-chair", Map.of("decision", decisionOfChair, "reasonCode", "risk"));
    }

    private static Map<String, Object> without(Map<String, Object> answers, String name) {
        Map<String, Object> other = new HashMap<>(answers);
        other.remove(name);
        return other;
    }

    private static Map<String, Object> with(Map<String, Object> answers, String name, Object value) {
        Map<String, Object> other = new HashMap<>(answers);
        other.put(name, value);
        return other;
    }
}
