package io.pilotage.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.audit.StoredChains;
import io.pilotage.dossier.ExportManagement;
import io.pilotage.dossier.ExportRunner;
import io.pilotage.dossier.Zipped;
import io.pilotage.identity.DemoUsers;
import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.FormFiller;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many clients on one task in the same moment, over two nodes: one takes it and one hands it in, the others are told so,
 * and nobody meets a fault. The chains that both nodes wrote hold, and what one of them leaves undone when it dies, the
 * other does. {@code -Dpilotage.rounds} makes more rounds.
 */
@PilotageTest
class RaceTests {

    private static final Logger LOG = LoggerFactory.getLogger(RaceTests.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMES = Integer.getInteger("pilotage.rounds", 1);

    /** A few in every build; twenty times fifty in the long run. */
    private static final int ROUNDS = TIMES == 1 ? 15 : 50 * TIMES;

    private static final int MOST_CLIENTS = 32;
    private static final int ALL_AT_ONCE = 12;
    private static final String TASK = "acceptAccountability";

    @LocalServerPort
    int port;

    @Value("${spring.datasource.url}")
    String database;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ExportManagement exports;

    @Autowired
    ExportRunner runner;

    @Autowired
    Zipped zipped;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    private final List<String> raced = new ArrayList<>();
    private final Map<Integer, Integer> claimed = new TreeMap<>();
    private final Map<Integer, Integer> handedIn = new TreeMap<>();

    /** What one of the clients was told. */
    private record Told(String person, int status, String sentence) {}

    @Test
    void oneTakesTheTaskAndOneHandsItInAndTheOthersAreTold() {
        try (ApplicationProcess other = ApplicationProcess.start(
                "race-other-node",
                database,
                "--operaton.bpm.job-execution.enabled=false",
                "--pilotage.audit.key-file=target/audit-key",
                "--pilotage.audit.checkpoint-cron=-")) {
            int[] nodes = {port, other.port()};
            for (int round = 0; round < ROUNDS; round++) {
                int clients = 8 + round % (MOST_CLIENTS - 7);
                String pilot = cases.propose(Cases.LOW, Map.of());
                String holder = oneTakesIt(nodes, pilot, clients);
                oneHandsItIn(nodes, pilot, clients, holder);
                raced.add(pilot);
            }
            raced.addAll(everybodyTakesATaskOfTheirOwn(nodes));
            new ExportOfAKilledNode(cases, exports, runner, zipped, time).dies(other);
        }
        StoredChains.Verdict chains = StoredChains.check(
                jdbc,
                raced.stream().map(pilot -> "'" + pilot + "'").collect(Collectors.joining(",", "chain in (", ")")));
        assertThat(chains.problems()).isEmpty();
        assertThat(chains.chains()).isEqualTo(raced.size());
        LOG.warn("CHAINS written by two processes at once: {} entries on {} cases", chains.entries(), chains.chains());
        LOG.warn(
                "RACES over two nodes: {} rounds of 8 to {} clients each; taking was answered {}, handing in {}",
                ROUNDS,
                MOST_CLIENTS,
                claimed,
                handedIn);
    }

    private String oneTakesIt(int[] nodes, String pilot, int clients) {
        String task = free(cases.anyTask(pilot, TASK)).getId();
        List<CompletableFuture<Told>> asked = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            String person = client / 2 % 2 == 0 ? "decision-owner" : "decision-owner-2";
            asked.add(ask(nodes[client % 2], person, task, "claim", "{\"userId\":\"" + person + "\"}"));
        }
        List<Told> told = asked.stream().map(CompletableFuture::join).toList();
        String holder = cases.anyTask(pilot, TASK).getAssignee();
        assertThat(holder).isIn("decision-owner", "decision-owner-2");
        assertThat(told).anyMatch(one -> one.status() == 204).allSatisfy(one -> {
            assertThat(one.status()).isIn(one.person().equals(holder) ? List.of(204, 409) : List.of(409));
            if (one.status() == 409) {
                assertThat(one.sentence()).startsWith("Somebody else was faster");
            }
            claimed.merge(one.status(), 1, Integer::sum);
        });
        return holder;
    }

    /** The one who has it, in as many windows. */
    private void oneHandsItIn(int[] nodes, String pilot, int clients, String holder) {
        String task = cases.anyTask(pilot, TASK).getId();
        List<CompletableFuture<Told>> asked = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            asked.add(ask(nodes[client % 2], holder, task, "submit-form", declined()));
        }
        List<Told> told = asked.stream().map(CompletableFuture::join).toList();
        assertThat(told).filteredOn(one -> one.status() == 204).hasSize(1);
        assertThat(told).filteredOn(one -> one.status() != 204).allSatisfy(one -> {
            assertThat(one.status()).isEqualTo(409);
            assertThat(one.sentence()).matches("(Somebody else was faster|This task is done).*");
        });
        told.forEach(one -> handedIn.merge(one.status(), 1, Integer::sum));
        assertThat(cases.open(pilot)).containsExactly("nameDecisionOwner");
    }

    /** The same moment, different cases: nobody waits for anybody, and everybody gets what they asked for. */
    private List<String> everybodyTakesATaskOfTheirOwn(int[] nodes) {
        List<String> pilots = Stream.generate(() -> cases.propose(Cases.LOW, Map.of()))
                .limit(ALL_AT_ONCE)
                .toList();
        List<String> tasks = pilots.stream()
                .map(pilot -> free(cases.anyTask(pilot, TASK)).getId())
                .toList();
        List<CompletableFuture<Told>> asked = IntStream.range(0, ALL_AT_ONCE)
                .mapToObj(one -> ask(
                        nodes[one % 2], "decision-owner", tasks.get(one), "claim", "{\"userId\":\"decision-owner\"}"))
                .toList();
        assertThat(asked).extracting(one -> one.join().status()).containsOnly(204);
        return pilots;
    }

    private static CompletableFuture<Told> ask(int node, String person, String task, String what, String body) {
        return Asker.nobody(node, person)
                .withPassword(person, DemoUsers.PASSWORD)
                .later("POST", "/engine-rest/task/" + task + "/" + what, body)
                .thenApply(answer -> new Told(person, answer.statusCode(), sentence(answer)));
    }

    private static String sentence(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body()).path("message").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static String declined() {
        Map<String, Object> variables = new TreeMap<>();
        FormFiller.fill(TASK, Map.of("decision", "decline"), Map.of())
                .forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return JSON.valueToTree(Map.of("variables", variables)).toString();
    }

    private Task free(Task task) {
        engine.getTaskService().setAssignee(task.getId(), null);
        return task;
    }
}
