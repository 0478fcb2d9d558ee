package io.pilotage.pilot.reopening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.reopening.Loop.Outcome;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A decided point is closed: it opens with new evidence and an owner of the risk, and the third loop is the last. */
@PilotageTest
class ReopeningTests {

    private static final String ASKER = "security-review";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Finality finality;

    @Autowired
    PilotManagement pilots;

    @Autowired
    TimeMachine time;

    private final MockMvcTester mvc;
    private String pilot;

    ReopeningTests(@Autowired WebApplicationContext application) {
        mvc = MockMvcTester.from(
                application, builder -> builder.apply(springSecurity()).build());
    }

    @BeforeEach
    void decided() {
        pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go"));
    }

    @Test
    void withoutNewEvidenceItIsRefusedOnPageAndApi() {
        assertThat(api("{\"gate\":\"G1\",\"asks\":\"review\",\"question\":\"Is it safe?\","
                        + "\"role\":\"security-review\",\"owner\":\"security-review\"}"))
                .hasStatus(HttpStatus.CONFLICT)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("A decided point is closed.");
        assertThat(api("{\"gate\":\"G1\",\"asks\":\"test\",\"question\":\"Is it safe?\",\"evidence\":\"A report\","
                        + "\"evidenceOn\":\"" + today().minusDays(1)
                        + "\",\"role\":\"security-review\",\"owner\":\"security-review\"}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("is not new");
        MvcTestResult page = mvc.perform(MockMvcRequestBuilders.post("/pilots/{key}/reopening", pilot)
                .param("gate", "G1")
                .param("asks", "review")
                .param("question", "Is it safe?")
                .param("role", ASKER)
                .param("owner", ASKER)
                .locale(Locale.ENGLISH)
                .with(csrf())
                .with(user(ASKER).roles(ASKER)));
        assertThat(page).hasStatus(HttpStatus.FOUND);
        assertThat(page.getMvcResult().getFlashMap().get("refused"))
                .asString()
                .startsWith("A decided point is closed.");
        assertThat(finality.of(pilot)).isEmpty();
    }

    @Test
    void anApiQuestionWithEvidenceOpensALoop() {
        assertThat(api("{\"gate\":\"G1\",\"asks\":\"test\",\"question\":\"Is it safe?\",\"evidence\":\"A report\","
                        + "\"evidenceOn\":\"" + today()
                        + "\",\"role\":\"security-review\",\"owner\":\"security-review\"}"))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .extractingPath("$.loop")
                .isEqualTo(1);
        assertThat(cases.open(pilot)).contains("answerReopening");
    }

    @Test
    void nobodyAsksInARoleOfOthersOrAtAGateThatIsNotThere() {
        String rest = "\"asks\":\"test\",\"question\":\"Is it safe?\",\"owner\":\"security-review\"";
        assertThat(api("{\"gate\":\"G1\",\"role\":\"legal-privacy\"," + rest + "}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api("{\"gate\":\"G7\",\"role\":\"security-review\"," + rest + "}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api("{\"gate\":\"G1\",\"role\":\"security-review\",\"asks\":\"more\",\"question\":\"?\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void whatIsNotDecidedAndWhatIsOverStaysClosed() {
        refused(Gate.G2, question("New", ASKER), "pilot.reopening.notDecided");
        pilots.become(pilot, PilotStatus.STOPPED, null, null);
        refused(Gate.G1, question("New", ASKER), "pilot.over");
    }

    @Test
    void aRiskThatNobodyOwnsOpensNothing() {
        refused(Gate.G1, question("New", ""), "pilot.reopening.ownerMissing");
        refused(Gate.G1, question("New", "worker-liaison"), "pilot.reopening.ownerMissing");
    }

    @Test
    void oneQuestionAtATimeAndNoEvidenceTwice() {
        ask("The audit of May", ASKER);
        refused(Gate.G1, question("Another one", ASKER), "pilot.reopening.alreadyOpen");
        answer("stands");
        refused(Gate.G1, question("the AUDIT of may!", ASKER), "pilot.reopening.evidenceUsed");
    }

    @Test
    void whatWasDecidedStandsWhenTheChairSaysSo() {
        ask("The audit of May", ASKER);
        answer("stands");
        Loop loop = finality.of(pilot).get(0);
        assertThat(loop.outcome()).isEqualTo(Outcome.STANDS);
        assertThat(loop.owner()).isEqualTo(ASKER);
        assertThat(cases.open(pilot)).containsExactly("stateMoneyCase");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
    }

    @Test
    void whoAskedDoesNotAnswer() {
        finality.ask(
                pilot,
                Gate.G1,
                new Question(
                        "test",
                        "Is it safe?",
                        "New",
                        today(),
                        "governance-chair",
                        "governance-chair",
                        "governance-chair"));
        assertThatThrownBy(() -> cases.complete(pilot, "answerReopening", "governance-chair", Map.of()))
                .hasMessageContaining("Whoever asked does not answer");
    }

    @Test
    void evidenceThatChangesSomethingCallsThePilotIntoQuestion() {
        ask("The audit of May", ASKER);
        answer("question");
        assertThat(finality.of(pilot).get(0).outcome()).isEqualTo(Outcome.IN_QUESTION);
        assertThat(cases.open(pilot)).contains("defendPilot");
    }

    @Test
    void somebodyElseOwnsTheRiskByAcceptingIt() {
        ask("The audit of May", "decision-owner");
        assertThat(cases.open(pilot)).contains("ownReopeningRisk").doesNotContain("answerReopening");
        assertThat(cases.anyTask(pilot, "ownReopeningRisk").getAssignee()).isEqualTo("decision-owner");
        cases.complete(pilot, "ownReopeningRisk", "decision-owner", Map.of("decision", "own"));
        assertThat(finality.of(pilot).get(0).owner()).isEqualTo("decision-owner");
        assertThat(cases.open(pilot)).contains("answerReopening");
    }

    @Test
    void aDeclinedRiskKeepsThePointClosedAndDoesNotCount() {
        ask("The audit of May", "decision-owner");
        cases.complete(pilot, "ownReopeningRisk", "decision-owner", Map.of("decision", "decline"));
        assertThat(finality.of(pilot).get(0).outcome()).isEqualTo(Outcome.NOT_OWNED);
        assertThat(cases.open(pilot)).containsExactly("stateMoneyCase");
        assertThat(ask("The audit of June", ASKER).number()).isEqualTo(1);
    }

    @Test
    void silenceAnswersNothing() {
        ask("The audit of May", ASKER);
        time.moveBy(Duration.ofDays(90));
        assertThat(finality.of(pilot).get(0).isOpen()).isTrue();
        assertThat(cases.open(pilot)).contains("answerReopening");
    }

    @Test
    void theThirdLoopIsOwnedBySponsorAndChair() {
        thirdLoop();
        assertThat(cases.open(pilot)).containsExactly("settleLoops", "settleLoops", "stateMoneyCase");
        cases.complete(pilot, "settleLoops", "bu-sponsor", Map.of("decision", "own"));
        assertThat(finality.of(pilot).get(2).isOpen()).isTrue();
        cases.complete(pilot, "settleLoops", "governance-chair", Map.of("decision", "own"));
        assertThat(finality.of(pilot).get(2).outcome()).isEqualTo(Outcome.OWNED);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(cases.open(pilot)).containsExactly("stateMoneyCase");
    }

    @Test
    void whoDoesNotOwnTheThirdLoopEndsThePilot() {
        thirdLoop();
        cases.complete(
                pilot,
                "settleLoops",
                "bu-sponsor",
                Map.of("decision", "kill", "reasonCode", "value", "reason", "It has been asked three times"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        cases.complete(pilot, "settleLoops", "governance-chair", Map.of("decision", "own"));
        assertThat(finality.of(pilot).get(2).outcome()).isEqualTo(Outcome.KILLED);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void sendingBackIsALoopUntilItIsDecidedAgain() {
        finality.count(decided(GateOutcome.REWORK));
        time.moveBy(Duration.ofDays(3));
        assertThat(finality.of(pilot)).singleElement().satisfies(loop -> {
            assertThat(loop.kind()).isEqualTo(Loop.Kind.REWORK);
            assertThat(loop.days(time.now())).isBetween(3L, 4L);
        });
        finality.count(decided(GateOutcome.GO));
        assertThat(finality.of(pilot).get(0).outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(ask("The audit of May", ASKER).number()).isEqualTo(2);
    }

    @Test
    void openLoopsAreOverWithThePilot() {
        ask("The audit of May", ASKER);
        pilots.become(pilot, PilotStatus.WITHDRAWN, null, null);
        assertThat(finality.of(pilot).get(0).outcome()).isEqualTo(Outcome.LAPSED);
    }

    @Test
    void thePageShowsLoopsAndLateQuestionsAndAsks() {
        try (Browser browser = Browser.desktop(port).signIn(ASKER)) {
            browser.open("/pilots/" + pilot);
            browser.page().locator("#loops summary").click();
            browser.page().locator("#reopening-question").fill("Is it still safe?");
            browser.page().locator("#reopening-evidence").fill("The penetration test of this week");
            browser.page().locator("#reopening-evidence-on").fill(today().toString());
            browser.screenshot("reopening-form");
            browser.page().locator("#loops form button").click();
            assertThat(browser.page().locator("#loops li").innerText()).contains("late", "Is it still safe?");
            browser.screenshot("reopening-loops");
            assertThat(browser.barriers()).isEmpty();
            browser.open("/portfolio?lang=de");
            assertThat(browser.page().locator("#loops").innerText()).contains("Späte Fragen");
            browser.screenshot("reopening-portfolio-de");
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.problems()).isEmpty();
        }
        try (Browser phone = Browser.phone(port).signIn(ASKER).open("/pilots/" + pilot + "?lang=de")) {
            phone.screenshot("reopening-loops-de");
            assertThat(phone.scrollsSideways()).isFalse();
        }
    }

    private void thirdLoop() {
        for (String evidence : List.of("The audit of May", "The audit of June")) {
            ask(evidence, ASKER);
            answer("stands");
        }
        assertThat(ask("The audit of July", ASKER).number()).isEqualTo(3);
    }

    private Loop ask(String evidence, String owner) {
        Loop loop = finality.ask(pilot, Gate.G1, question(evidence, owner));
        time.runDueJobs();
        return loop;
    }

    private void answer(String decision) {
        cases.complete(pilot, "answerReopening", "governance-chair", Map.of("decision", decision));
    }

    private Question question(String evidence, String owner) {
        return new Question("review", "Is it still true?", evidence, today(), ASKER, ASKER, owner);
    }

    private void refused(Gate gate, Question question, String key) {
        assertThatThrownBy(() -> finality.ask(pilot, gate, question))
                .isInstanceOfSatisfying(
                        StaysClosed.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    private GateDecided decided(GateOutcome outcome) {
        return new GateDecided(pilot, Gate.G2, outcome, List.of("finance-partner"), "Figures are missing", time.now());
    }

    private MvcTestResult api(String body) {
        return mvc.perform(MockMvcRequestBuilders.request(HttpMethod.POST, "/api/pilots/{key}/reopenings", pilot)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .locale(Locale.ENGLISH)
                .with(csrf())
                .with(user(ASKER).roles(ASKER)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    }
}
