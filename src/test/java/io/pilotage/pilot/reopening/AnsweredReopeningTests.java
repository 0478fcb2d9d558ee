package io.pilotage.pilot.reopening;

import static io.pilotage.pilot.reopening.Questions.ASKER;
import static io.pilotage.pilot.reopening.Questions.CHAIR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.TrailFilter;
import io.pilotage.governance.Reviewers;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.reopening.Loop.Outcome;
import io.pilotage.seal.Approval;
import io.pilotage.seal.ApprovalFreeze;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.AnsweredForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** What becomes of a question: it stands, one point is decided again by those whom it concerns, or the pilot is in question. */
@PilotageTest
class AnsweredReopeningTests {

    @Autowired
    Cases cases;

    @Autowired
    Finality finality;

    @Autowired
    PilotManagement pilots;

    @Autowired
    GateKeeper gates;

    @Autowired
    ApprovalFreeze approvals;

    @Autowired
    TimeMachine time;

    @Autowired
    Trail trail;

    @Autowired
    AnsweredForms forms;

    @Autowired
    CaseWords words;

    @Test
    void whatWasDecidedStandsWhenTheChairSaysSo() {
        Questions questions = aboutCharter();
        questions.ask("The audit of May");
        questions.answer("stands");
        assertThat(questions.last().outcome()).isEqualTo(Outcome.STANDS);
        assertThat(questions.last().owner()).isEqualTo(ASKER);
        assertThat(cases.open(questions.pilot())).containsExactly("stateMoneyCase");
        assertThat(pilots.get(questions.pilot()).status()).isEqualTo(PilotStatus.ACTIVE);
    }

    @Test
    void whoAskedDoesNotAnswer() {
        Questions questions = aboutCharter();
        finality.ask(
                questions.pilot(),
                Gate.G1,
                new Question("test", "Is it safe?", "New", questions.today(), CHAIR, CHAIR, CHAIR));
        assertThatThrownBy(() -> cases.complete(questions.pilot(), "answerReopening", CHAIR, Map.of()))
                .hasMessageContaining("Whoever asked does not answer");
        assertThatThrownBy(() -> questions.openAgain("bu-sponsor"))
                .hasMessageContaining("Whoever asked does not answer");
    }

    @Test
    void evidenceAgainstAllOfItCallsThePilotIntoQuestion() {
        Questions questions = aboutCharter();
        questions.ask("The audit of May");
        questions.answer("question");
        assertThat(questions.last().outcome()).isEqualTo(Outcome.IN_QUESTION);
        assertThat(cases.open(questions.pilot())).contains("defendPilot");
    }

    @Test
    void onlyTheFunctionConcernedDecidesAgainAndNoLaterGateOpensMeanwhile() {
        Questions questions = aboutAuthorisation();
        String pilot = questions.pilot();
        Map<String, Integer> before = approvalNumbers(pilot);
        questions.ask("The penetration test of May");
        questions.openAgain("security-review");
        assertThat(cases.open(pilot)).containsExactly("decidePointAgain", "mapAsIs");
        assertThat(cases.anyTask(pilot, "decidePointAgain").getAssignee()).isEqualTo("security-review");
        assertThat(questions.last().isOpenAgain()).isTrue();
        assertThat(questions.last().answer()).as("those who are asked read why").isEqualTo("As agreed");
        assertThat(gates.missing(pilot, Gate.G4)).contains("noPointOpenAgain");
        assertThat(toldOfTheAnswer(pilot))
                .as("a dossier names them as the form did")
                .contains(words.role("security-review"));
        cases.complete(pilot, "decidePointAgain", "security-review", Map.of("decision", "stand"));
        assertThat(questions.last().outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(gates.missing(pilot, Gate.G4)).doesNotContain("noPointOpenAgain");
        before.merge("review.security", 1, Integer::sum);
        assertThat(approvalNumbers(pilot)).as("only its approval is a new one").isEqualTo(before);
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
    }

    @Test
    void aPartThatIsWithdrawnCallsThePilotIntoQuestionOnceAllHaveSpoken() {
        Questions questions = aboutAuthorisation();
        String pilot = questions.pilot();
        questions.ask("The penetration test of May");
        questions.openAgain("security-review", "data-owner");
        cases.complete(pilot, "decidePointAgain", "security-review", Map.of("decision", "withdraw"));
        assertThat(questions.last().isOpenAgain()).isTrue();
        assertThat(cases.open(pilot)).containsExactly("decidePointAgain", "mapAsIs");
        cases.complete(pilot, "decidePointAgain", "data-owner", Map.of("decision", "stand"));
        assertThat(questions.last().outcome()).isEqualTo(Outcome.IN_QUESTION);
        assertThat(cases.open(pilot)).contains("defendPilot");
    }

    @Test
    void nobodyDecidesAgainWhoHadNoPartInIt() {
        Questions questions = aboutCharter();
        questions.ask("The audit of May");
        assertThatThrownBy(() -> questions.openAgain("legal-privacy")).hasMessageContaining("Who decides again?");
        assertThat(cases.open(questions.pilot())).contains("answerReopening");
        questions.openAgain("bu-sponsor");
        assertThat(cases.open(questions.pilot())).contains("decidePointAgain");
    }

    @Test
    void silenceAnswersNothingAndKeepsLaterGatesShut() {
        Questions questions = aboutCharter();
        questions.ask("The audit of May");
        time.moveBy(Duration.ofDays(90));
        assertThat(questions.last().isOpen()).isTrue();
        assertThat(cases.open(questions.pilot())).contains("answerReopening");
        questions.openAgain("bu-sponsor");
        time.moveBy(Duration.ofDays(90));
        assertThat(cases.open(questions.pilot())).contains("decidePointAgain");
        assertThat(gates.missing(questions.pilot(), Gate.G2)).contains("noPointOpenAgain");
    }

    @Test
    void somebodyElseOwnsTheRiskByAcceptingIt() {
        Questions questions = aboutCharter();
        String pilot = questions.pilot();
        questions.ask("The audit of May", "decision-owner");
        assertThat(cases.open(pilot)).contains("ownReopeningRisk").doesNotContain("answerReopening");
        assertThat(cases.anyTask(pilot, "ownReopeningRisk").getAssignee()).isEqualTo("decision-owner");
        cases.complete(pilot, "ownReopeningRisk", "decision-owner", Map.of("decision", "own"));
        assertThat(questions.last().owner()).isEqualTo("decision-owner");
        assertThat(cases.open(pilot)).contains("answerReopening");
    }

    @Test
    void aDeclinedRiskKeepsThePointClosedAndDoesNotCount() {
        Questions questions = aboutCharter();
        questions.ask("The audit of May", "decision-owner");
        cases.complete(questions.pilot(), "ownReopeningRisk", "decision-owner", Map.of("decision", "decline"));
        assertThat(questions.last().outcome()).isEqualTo(Outcome.NOT_OWNED);
        assertThat(cases.open(questions.pilot())).containsExactly("stateMoneyCase");
        assertThat(questions.ask("The audit of June").number()).isEqualTo(1);
    }

    @Test
    void openLoopsAreOverWithThePilot() {
        Questions questions = aboutCharter();
        questions.ask("The audit of May");
        pilots.become(questions.pilot(), PilotStatus.WITHDRAWN, null, null);
        assertThat(questions.last().outcome()).isEqualTo(Outcome.LAPSED);
    }

    private Questions aboutCharter() {
        return Questions.aboutCharter(cases, finality, time);
    }

    /** Gate G3, which every function agreed to. */
    private Questions aboutAuthorisation() {
        String pilot = cases.standingIn(Phase.GOVERNANCE_REVIEW, Cases.MEDIUM);
        new Reviewers(cases).agree(pilot);
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.WORKFLOW_REDESIGN);
        return new Questions(cases, finality, time, pilot, Gate.G3);
    }

    private Map<String, Integer> approvalNumbers(String pilot) {
        return approvals.of(pilot).stream().collect(Collectors.toMap(Approval::approval, Approval::number));
    }

    private List<String> toldOfTheAnswer(String pilot) {
        TrailEntry answer = trail.of(
                        pilot, TrailFilter.ALL.ofKinds("completed").at("answerReopening"), PageRequest.of(0, 1))
                .getContent()
                .get(0)
                .entry();
        try {
            return forms
                    .told(
                            Files.readAllBytes(Path.of("forms/pilot/answerReopening.form")),
                            answer.details(),
                            Locale.ENGLISH)
                    .stream()
                    .map(AnsweredForms.Answer::answer)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
