package io.pilotage.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.pilotage.pilot.Phase;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Health and figures: who gets to see what, and that it is true. */
@PilotageTest
class WatchTests {

    private static final String OPEN = "pilotage_tasks_open";

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    FiguresNow figures;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Caller admin;

    @BeforeEach
    void signIn() {
        admin = Caller.session(port, "process-admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void anybodyLearnsInOneWordThatItIsWell(String address) {
        for (Caller caller : new Caller[] {Caller.anonymous(port), Caller.session(port, "bu-sponsor")}) {
            Answer answer = caller.get(address);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().replace(",\"groups\":[\"liveness\",\"readiness\"]", ""))
                    .isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void readinessAsksDatabaseAndIdentityProviderButLivenessDoesNot() {
        assertThat(admin.get("/actuator/health/readiness").body())
                .contains("\"db\":{\"status\":\"UP\"", "\"identityProvider\":{\"status\":\"UP\"", "\"readinessState\"");
        assertThat(admin.get("/actuator/health/liveness").body())
                .contains("\"livenessState\"")
                .doesNotContain("\"db\"", "identityProvider");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/prometheus",
                "/actuator/info",
                "/actuator/sbom",
                "/actuator/health/db",
                "/actuator/env",
                "/actuator/heapdump"
            })
    void theRestIsForAdministratorsOnly(String address) {
        assertThat(Caller.anonymous(port).get(address).status()).isEqualTo(401);
        assertThat(Caller.session(port, "governance-chair").get(address).status())
                .isEqualTo(403);
    }

    @Test
    void nothingCanBeChangedThere() {
        assertThat(admin.post("/actuator/health", Map.of()).status()).isIn(403, 405);
        assertThat(admin.get("/actuator/env").status()).isEqualTo(404);
        assertThat(admin.get("/actuator/heapdump").status()).isEqualTo(404);
        assertThat(admin.get("/actuator/loggers").status()).isEqualTo(404);
    }

    @Test
    void openTasksAreCountedByRoleAndAge() {
        Map<String, String> young = Map.of("role", "decision-owner", "age", "up_to_a_day");
        Map<String, String> older = Map.of("role", "decision-owner", "age", "up_to_a_week");
        double before = fresh().value(OPEN, young);
        double beforeOlder = fresh().value(OPEN, older);

        String key = cases.propose(Cases.LOW, Map.of());
        long mine = jdbc.sql("select count(*) from inbox_task where pilot_key = ? and role_group = 'decision-owner'")
                .param(key)
                .query(Long.class)
                .single();
        assertThat(mine).isPositive();
        assertThat(fresh().value(OPEN, young)).isEqualTo(before + mine);

        time.moveBy(Duration.ofDays(2));
        assertThat(fresh().value(OPEN, older)).isGreaterThanOrEqualTo(beforeOlder + mine);
    }

    @Test
    void overdueTasksAreCountedByTheLevelTheyReached() {
        cases.propose(Cases.LOW, Map.of());
        double before = fresh().value("pilotage_tasks_overdue", Map.of("level", "L3"));
        time.moveBy(Duration.ofDays(60));
        assertThat(fresh().value("pilotage_tasks_overdue", Map.of("level", "L3")))
                .isGreaterThan(before);
    }

    @Test
    void theTrailGrowsBeforeTheEyesOfTheOperator() {
        double before = fresh().value("pilotage_trail_entries", Map.of());
        cases.propose(Cases.LOW, Map.of());
        Scrape now = fresh();
        assertThat(now.value("pilotage_trail_entries", Map.of())).isGreaterThan(before);
        assertThat(now.value("pilotage_trail_problems", Map.of())).isZero();
    }

    /** The command of the image, run against the product, one that is not ready, and nobody. */
    @Test
    void imageIsHealthyWhenTheProductIsReadyAndOnlyThen() throws Exception {
        assertThat(healthCheck(port)).isZero();
        HttpServer starting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        starting.createContext("/", call -> {
            call.sendResponseHeaders(503, -1);
            call.close();
        });
        starting.start();
        int other = starting.getAddress().getPort();
        try {
            assertThat(healthCheck(other)).isNotZero();
        } finally {
            starting.stop(0);
        }
        assertThat(healthCheck(other)).isNotZero();
    }

    private static int healthCheck(int port) throws Exception {
        Matcher command = Pattern.compile("HEALTHCHECK[^\\[]*CMD (\\[.*])")
                .matcher(Files.readString(Path.of("docker/Dockerfile")));
        assertThat(command.find()).isTrue();
        ProcessBuilder check = new ProcessBuilder(new ObjectMapper().readValue(command.group(1), String[].class));
        check.environment().put("PILOTAGE_PORT", String.valueOf(port));
        return check.redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void scrapingDoesNotLoadTheDatabase() {
        Scrape first = fresh();
        cases.standingIn(Phase.DISCOVERY, Cases.LOW);
        assertThat(Scrape.of(admin).value("pilotage_trail_entries", Map.of()))
                .isCloseTo(first.value("pilotage_trail_entries", Map.of()), within(0.0));
    }

    @Test
    void requestsAreTimedByTheTemplateOfTheirRoute() {
        String key = cases.standingIn(Phase.DISCOVERY, Cases.LOW);
        assertThat(admin.page("/pilots/" + key).status()).isEqualTo(200);
        Caller.machine(port, "bu-sponsor").get("/engine-rest/task/count");
        String text = fresh().text();
        assertThat(text)
                .contains("uri=\"/pilots/{key}\"", "uri=\"/engine-rest/**\"", "http_server_requests_seconds_bucket")
                .doesNotContain("uri=\"/pilots/" + key);
    }

    @Test
    void noLabelNamesAPersonOrACase() {
        String key = cases.propose(Cases.LOW, Map.of());
        admin.page("/pilots/" + key);
        String text = fresh().text();
        assertThat(text).doesNotContain("\"" + key, "/" + key + "\"", "demo.invalid");
        assertThat(Pattern.compile("[a-z_]+=\"[a-z-]+-2\"").matcher(text).find())
                .isFalse();
    }

    @Test
    void everyFigureOfOursIsInTheGuideAndTheOtherWayRound() throws Exception {
        Set<String> documented = Pattern.compile("`(pilotage_[a-z_]+)`")
                .matcher(Files.readString(Path.of("docs/guide/operator.md")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(fresh().ours());
    }

    private Scrape fresh() {
        figures.forget();
        return Scrape.of(admin);
    }
}
