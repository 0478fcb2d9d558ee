package io.pilotage.pilot.reopening;

import static io.pilotage.pilot.reopening.Questions.ASKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.pilotage.audit.Trail;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A decided point is closed: who may question it, and on what. */
@PilotageTest
class ReopeningTests {

    @Autowired
    Cases cases;

    @Autowired
    Finality finality;

    @Autowired
    PilotManagement pilots;

    @Autowired
    TimeMachine time;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private final MockMvcTester mvc;
    private Questions questions;
    private String pilot;

    ReopeningTests(@Autowired WebApplicationContext application) {
        mvc = MockMvcTester.from(
                application, builder -> builder.apply(springSecurity()).build());
    }

    @BeforeEach
    void decided() {
        questions = Questions.aboutCharter(cases, finality, time);
        pilot = questions.pilot();
    }

    /** The second waits until the first is through, and is then told that a question is open. */
    @Test
    void ofTwoQuestionsAtTheSameMomentOneIsTaken() {
        CompletableFuture<Throwable> other = transactions.execute(status -> {
            trail.hold(pilot);
            CompletableFuture<Throwable> second =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> questions.ask("The audit of June")));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> second.isDone()
                            || jdbc.sql("select count(*) from information_schema.innodb_trx"
                                                    + " where trx_state = 'LOCK WAIT'")
                                            .query(Long.class)
                                            .single()
                                    > 0);
            finality.ask(pilot, Gate.G1, questions.question("The audit of May", ASKER));
            return second;
        });
        assertThat(other.join())
                .isInstanceOfSatisfying(
                        StaysClosed.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("pilot.reopening.alreadyOpen"));
        assertThat(finality.of(pilot)).hasSize(1);
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
                        + "\"evidenceOn\":\"" + questions.today().minusDays(2)
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
    void withoutAnOwnerOfTheRiskTheApiSaysConflict() {
        assertThat(api("{\"gate\":\"G1\",\"asks\":\"test\",\"question\":\"Is it safe?\",\"evidence\":\"A report\","
                        + "\"evidenceOn\":\"" + questions.today() + "\",\"role\":\"security-review\"}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Nobody owns the risk");
        assertThat(finality.of(pilot)).isEmpty();
    }

    @Test
    void anApiQuestionWithEvidenceOpensALoop() {
        assertThat(api("{\"gate\":\"G1\",\"asks\":\"test\",\"question\":\"Is it safe?\",\"evidence\":\"A report\","
                        + "\"evidenceOn\":\"" + questions.today()
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
        questions.refused(Gate.G2, questions.question("New", ASKER), "pilot.reopening.notDecided");
        pilots.become(pilot, PilotStatus.STOPPED, null, null);
        questions.refused(Gate.G1, questions.question("New", ASKER), "pilot.over");
    }

    @Test
    void aRiskThatNobodyOwnsOpensNothing() {
        questions.refused(Gate.G1, questions.question("New", ""), "pilot.reopening.ownerMissing");
        questions.refused(Gate.G1, questions.question("New", "worker-liaison"), "pilot.reopening.ownerMissing");
    }

    @Test
    void oneQuestionAtATimeAndNoEvidenceTwice() {
        questions.ask("The audit of May");
        questions.refused(Gate.G1, questions.question("Another one", ASKER), "pilot.reopening.alreadyOpen");
        questions.answer("stands");
        questions.refused(Gate.G1, questions.question("the AUDIT of may!", ASKER), "pilot.reopening.evidenceUsed");
    }

    @ParameterizedTest
    @CsvSource({
        "gate, '\"gate\":\"G9\"'",
        "asks, '\"gate\":\"G1\",\"asks\":\"lunch\"'",
        "role, '\"gate\":\"G1\",\"asks\":\"test\",\"role\":\"data-owner\"'",
        "evidenceOn, '\"gate\":\"G1\",\"asks\":\"test\",\"role\":\"security-review\",\"evidenceOn\":\"last May\"'"
    })
    void whatIsNotUnderstoodIsNamed(String field, String body) {
        assertThat(api("{" + body + "}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.fields[0].key")
                .isEqualTo(field);
    }

    private MvcTestResult api(String body) {
        return mvc.perform(MockMvcRequestBuilders.request(HttpMethod.POST, "/api/pilots/{key}/reopenings", pilot)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .locale(Locale.ENGLISH)
                .with(csrf())
                .with(user(ASKER).roles(ASKER)));
    }
}
