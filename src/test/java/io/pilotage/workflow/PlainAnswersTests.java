package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.Sabotage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngineException;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.BadSqlGrammarException;

/** Whatever breaks behind the engine's REST interface, people read a sentence and nothing of what is inside. */
@PilotageTest
class PlainAnswersTests {

    private static final String INSIDE =
            "(?s).*(ENGINE-|Exception|org\\.|java\\.|io\\.pilotage|select |update |\\bat \\w+\\.).*";
    private static final String OURS = "The fault is ours";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Sabotage sabotage;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private String pilot = "";
    private String task = "";

    @BeforeEach
    void aCaseWaitsForItsDecisionOwner() {
        pilot = cases.propose(Cases.LOW, Map.of());
        task = cases.anyTask(pilot, "acceptAccountability").getId();
        log.start();
        ((Logger) LoggerFactory.getLogger(Faults.class)).addAppender(log);
    }

    @AfterEach
    void stopReading() {
        ((Logger) LoggerFactory.getLogger(Faults.class)).detachAppender(log);
    }

    static Stream<Supplier<RuntimeException>> faults() {
        return Stream.of(
                () -> new IllegalStateException("io.pilotage.Inside broke"),
                () -> new NoSuchBeanDefinitionException("acceptAccountability"),
                () -> new ProcessEngineException("ENGINE-13042 inside"),
                () -> new BadSqlGrammarException("x", "select secret from inside", new java.sql.SQLException("no")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsASentenceWithAReferenceThatIsInTheLog(Supplier<RuntimeException> fault) throws Exception {
        try (var broken = sabotage.of(this::isMyCompletion, fault)) {
            for (Caller caller : List.of(machine(), Caller.session(port, "decision-owner"))) {
                Answer answer = caller == machine ? submit(caller, "/engine-rest") : submit(caller, WEBAPP);
                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.text("message")).startsWith(OURS).contains(answer.text("reference"));
                assertThat(answer.body()).doesNotMatch(INSIDE);
                assertThat(log.list)
                        .anyMatch(line -> line.getFormattedMessage().contains(answer.text("reference"))
                                && line.getThrowableProxy() != null);
            }
        }
        assertThat(cases.open(pilot)).containsExactly("acceptAccountability");
    }

    @Test
    void faultOfAStartFormIsASentence() throws Exception {
        try (var broken = sabotage.of(
                event -> event instanceof StepEntered step && step.element().equals("pilotJourney"),
                () -> new IllegalStateException("io.pilotage.Inside broke"))) {
            Answer answer = Caller.machine(port, "pilot-owner")
                    .post(
                            "/engine-rest/process-definition/key/pilotJourney/submit-form",
                            Map.of("variables", intake()));
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text("message")).startsWith(OURS);
            assertThat(answer.body()).doesNotMatch(INSIDE);
        }
    }

    @Test
    void somebodyFasterIsAConflict() throws Exception {
        try (var broken = sabotage.of(
                this::isMyCompletion,
                () -> new OptimisticLockingException("ENGINE-03005 Execution of 'UPDATE TaskEntity"))) {
            Answer answer = submit(machine(), "/engine-rest");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text("message")).startsWith("Somebody else was faster");
            assertThat(answer.body()).doesNotMatch(INSIDE);
        }
    }

    @Test
    void manyAtOnceMakeOneWinnerAndNoFault() {
        List<CompletableFuture<Answer>> racing = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> submit(Caller.machine(port, "decision-owner"), "/engine-rest")))
                .toList();
        List<Answer> answers = racing.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isIn(200, 204, 409);
            assertThat(answer.body()).doesNotMatch(INSIDE);
        });
    }

    @Test
    void refusalsKeepTheirSentence() {
        Answer role = submit(Caller.machine(port, "finance-partner"), "/engine-rest");
        assertThat(role.status()).isBetween(400, 403);
        assertThat(role.text("message")).startsWith("You do not hold the role");
        Answer form = machine().post("/engine-rest/task/" + task + "/submit-form", Map.of("variables", Map.of()));
        assertThat(form.status()).isEqualTo(400);
        assertThat(form.text("message")).startsWith("Please correct the form.");
        Answer start = Caller.machine(port, "pilot-owner")
                .post("/engine-rest/process-definition/key/pilotJourney/start", Map.of());
        assertThat(start.status()).isEqualTo(403);
        assertThat(start.text("message")).startsWith("A pilot is proposed by handing in");
    }

    @Test
    void whatIsNotUnderstoodIsSaidPlainly() {
        plain(404, machine().post("/engine-rest/task/no-such-task/submit-form", Map.of()), "done or no longer there");
        plain(404, machine().post("/engine-rest/task/no-such-task/complete", Map.of()), "done or no longer there");
        plain(404, machine().get("/engine-rest/task/no-such-task/form-variables"), "done or no longer there");
        plain(404, machine().get("/engine-rest/task/no-such-task/deployed-form"), "done or no longer there");
        plain(404, machine().get("/engine-rest/process-definition/key/noSuchProcess"), "not there");
        plain(404, machine().get("/engine-rest/no-such-place"), "not there");
        plain(400, machine().post("/engine-rest/task/" + task + "/submit-form", "{no json"), "could not be read");
        plain(400, machine().post("/engine-rest/task/" + task + "/submit-form", "[1]"), "could not be read");
        plain(400, machine().get("/engine-rest/task?sortBy=io.pilotage.Inside&sortOrder=asc"), "could not be read");
        plain(400, machine().get("/engine-rest/task"), "maxResults in the address, from 1 to 2,000");
        plain(400, machine().get("/engine-rest/task?maxResults=2001"), "maxResults in the address, from 1 to 2,000");
        plain(405, machine().put("/engine-rest/task/" + task + "/submit-form", Map.of()), "in this way");
        plain(
                415,
                machine().send("POST", "/engine-rest/task/" + task + "/submit-form", "application/xml", "<a/>"),
                "format");
        plain(403, machine().delete("/engine-rest/process-instance/" + instance()), "Nobody may do this from outside");
    }

    @Test
    void brokenModelKeepsItsWordsForTheModeler() {
        String boundary = "x";
        String part =
                "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"broken.bpmn\"\r\n\r\n<a/>\r\n--x--\r\n";
        Answer answer = Caller.machine(port, "process-admin")
                .send("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=" + boundary, part);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).startsWith("ENGINE-09005 Could not parse BPMN process.");
    }

    private static final String WEBAPP = "/operaton/api/engine/engine/default";
    private Caller machine;

    private Caller machine() {
        if (machine == null) {
            machine = Caller.machine(port, "decision-owner");
        }
        return machine;
    }

    private static void plain(int status, Answer answer, String sentence) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("message")).contains(sentence);
        assertThat(answer.body()).doesNotMatch(INSIDE);
    }

    private boolean isMyCompletion(Object event) {
        return event instanceof TaskCompleted completed && completed.pilotKey().equals(pilot);
    }

    private String instance() {
        return cases.anyTask(pilot, "acceptAccountability").getProcessInstanceId();
    }

    private Answer submit(Caller caller, String rest) {
        caller.get("/operaton/app/tasklist/default/");
        return caller.post(rest + "/task/" + task + "/submit-form", Map.of("variables", accepted()));
    }

    private static Map<String, Object> accepted() {
        return values(FormFiller.fill(
                "acceptAccountability",
                Map.of("decision", "accept"),
                Map.of("context", Map.of("pilot", Map.of("tier", "low")))));
    }

    private static Map<String, Object> intake() {
        return values(FormFiller.fill("submitIntake", Cases.intake(Cases.LOW), Map.of()));
    }

    static Map<String, Object> values(Map<String, Object> answers) {
        Map<String, Object> values = new HashMap<>();
        answers.forEach((key, value) -> values.put(
                key,
                value instanceof List
                        ? Map.of("type", "Json", "value", JsonText.write(value))
                        : Map.of("value", value)));
        return values;
    }
}
