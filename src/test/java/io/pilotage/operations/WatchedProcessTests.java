package io.pilotage.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.MySqlServer;
import io.pilotage.workflow.FormFiller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The product as a process that is watched as in production: JSON logs, a scrape token, a collector of traces. */
class WatchedProcessTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path LOG = Path.of("target/watched.log");

    private final String databasePassword = "db-" + UUID.randomUUID();
    private final String scrapeToken = "scrape-" + UUID.randomUUID();
    private final String answer = "answer-" + UUID.randomUUID();
    private final String wrongPassword = "wrong-" + UUID.randomUUID();
    private final List<byte[]> spans = new CopyOnWriteArrayList<>();

    @Test
    void logsSayWhoseAndWhichAndNothingSecretAndTracesArrive() throws IOException, InterruptedException, SQLException {
        HttpServer collector = collector();
        String database = database();
        try (ApplicationProcess product = ApplicationProcess.start(
                "watched",
                database,
                "--spring.datasource.hikari.username=watched",
                "--spring.datasource.hikari.password=" + databasePassword,
                "--logging.config=classpath:logback-structured.xml",
                "--logging.structured.format.console=ecs",
                "--spring.main.banner-mode=off",
                "--pilotage.operations.scrape-token=" + scrapeToken,
                "--pilotage.cockpit=false",
                "--pilotage.mail.delivery=send",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=1",
                "--pilotage.mail.retry-every=PT2S",
                "--management.otlp.tracing.endpoint=http://127.0.0.1:"
                        + collector.getAddress().getPort() + "/v1/traces")) {
            String key = drive(product.port());
            aMailWaits(database);
            figuresNeedTheToken(product.port());
            administratorsDoWithoutCockpit(product.port());
            whoTriesPasswordsTooOftenWaits(product.port());
            await(() -> lines().stream().anyMatch(line -> text(line).contains("was not sent")));

            JsonNode turnedAway = lines().stream()
                    .filter(line -> text(line).contains("was turned away"))
                    .findFirst()
                    .orElseThrow();
            assertThat(turnedAway.at("/user/id").asText()).isEqualTo("pilot-owner");
            assertThat(turnedAway.path("pilotKey").asText()).isEqualTo(key);
            String trace = turnedAway.path("traceId").asText();
            assertThat(trace).matches("[0-9a-f]{32}");
            await(() -> arrived(trace));
            whoCameInAndWhoWasDeniedIsThere();
            everyLineIsAnObject();
            nothingSecretIsInTheLog();
        } finally {
            collector.stop(0);
        }
    }

    /** Proposes a pilot, answers a task, hands in what is refused and what breaks, and tries a wrong password. @return the pilot */
    private String drive(int port) {
        Map<String, Object> given = new HashMap<>(Cases.intake(Cases.LOW));
        given.put("title", answer + " title");
        Answer started = Caller.machine(port, "pilot-owner")
                .post(
                        "/engine-rest/process-definition/key/pilotJourney/submit-form",
                        Map.of("variables", variables(FormFiller.fill("submitIntake", given, Map.of()))));
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        String key = started.text("businessKey");
        Caller owner = Caller.machine(port, "decision-owner");
        String tasks = "/engine-rest/task?maxResults=50&processInstanceBusinessKey=" + key;
        await(() -> owner.get(tasks).body().contains("acceptAccountability"));
        String task = first(owner.get(tasks + "&taskDefinitionKey=acceptAccountability"));
        owner.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "decision-owner"));
        Answer refused = owner.post(
                "/engine-rest/task/" + task + "/submit-form",
                Map.of("variables", variables(Map.of("acceptAccountability_decision", answer + " no option"))));
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        Answer broken = Caller.machine(port, "pilot-owner")
                .post("/engine-rest/task/" + task + "/submit-form", "{\"variables\": {\"" + answer);
        assertThat(broken.status()).isEqualTo(400);
        Caller.anonymous(port).form("/login", Map.of("username", "it-operations", "password", wrongPassword));
        Caller.session(port, "bu-sponsor").page("/pilots/" + key);
        Caller.session(port, "bu-sponsor").page("/pilots/" + key + "/no-such-thing");
        Caller.session(port, "bu-sponsor").page("/operations");
        return key;
    }

    /** To somebody whose address is known, at a mail server that does not answer. */
    private static void aMailWaits(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("insert into notification_outbox (idempotency_key, recipient, kind, language, subject,"
                    + " body, created_at, state, attempts, next_attempt_at) values ('once', 'bu-sponsor',"
                    + " 'escalation.reminder', 'en', 'Subject', 'Body', now(), 'WAITING', 0, now())");
        }
    }

    private void figuresNeedTheToken(int port) throws IOException, InterruptedException {
        assertThat(scrape(port, scrapeToken)).isEqualTo(200);
        assertThat(scrape(port, scrapeToken + "x")).isEqualTo(401);
        assertThat(scrape(port, "")).isEqualTo(401);
        assertThat(status(port, "/actuator/info", scrapeToken)).isEqualTo(403);
    }

    /** With the limits as they come: ten a minute for one name, and everybody else signs in as before. */
    private void whoTriesPasswordsTooOftenWaits(int port) {
        Map<String, String> wrong = Map.of("username", "change-lead", "password", wrongPassword);
        Caller guessing = Caller.anonymous(port);
        for (int i = 0; i < 10; i++) {
            assertThat(guessing.form("/login", wrong).status()).isEqualTo(302);
        }
        assertThat(guessing.form("/login", wrong).status()).isEqualTo(429);
        assertThat(Caller.machine(port, "change-lead")
                        .get("/engine-rest/task/count")
                        .status())
                .isEqualTo(429);
        Caller.session(port, "change-lead-2");
    }

    private static void administratorsDoWithoutCockpit(int port) {
        Caller administrator = Caller.session(port, "process-admin");
        for (String closed : List.of(
                "/operaton/app/cockpit/default/",
                "/operaton/app/admin/default/",
                "/operaton/api/cockpit/plugin/base/default/incident/count",
                "/operaton/api/admin/plugin/adminPlugins/default/metrics/aggregated")) {
            assertThat(administrator.get(closed).status()).as(closed).isEqualTo(404);
        }
        assertThat(administrator.get("/operaton/app/tasklist/default/").status())
                .isEqualTo(200);
        assertThat(administrator.get("/operaton/api/admin/auth/user/default").status())
                .isEqualTo(200);
    }

    private static void whoCameInAndWhoWasDeniedIsThere() {
        for (String said : List.of("Signed in: bu-sponsor, by a password", "Denied to bu-sponsor: GET /operations")) {
            assertThat(lines())
                    .filteredOn(line -> text(line).equals(said))
                    .as(said)
                    .isNotEmpty()
                    .allMatch(line -> line.at("/user/id").asText().equals("bu-sponsor")
                            && line.path("traceId").asText().length() == 32);
        }
    }

    /** From the first one on: before that the virtual machine may speak. The last one may not be written to its end. */
    private static void everyLineIsAnObject() throws IOException {
        List<String> written = Files.readAllLines(LOG).stream()
                .dropWhile(line -> !line.startsWith("{"))
                .toList();
        assertThat(written.subList(0, written.size() - 1))
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.startsWith("{\"@timestamp\":") && line.endsWith("}"));
    }

    private void nothingSecretIsInTheLog() throws IOException {
        String log = Files.readString(LOG);
        assertThat(log.lines().count()).isGreaterThan(20);
        assertThat(log)
                .doesNotContain(databasePassword, scrapeToken, answer, wrongPassword)
                .doesNotContain("@demo.invalid", "Basic ", "Bearer ", "JSESSIONID", "_csrf");
    }

    private boolean arrived(String trace) {
        String id = new String(HexFormat.of().parseHex(trace), StandardCharsets.ISO_8859_1);
        return spans.stream()
                .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                .anyMatch(body -> body.contains(id) && body.contains("pilotage") && body.contains("http post"));
    }

    /** Every line of the log is one JSON object. */
    private static List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(LOG)) {
                if (line.startsWith("{") && line.endsWith("}")) {
                    lines.add(JSON.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return lines;
    }

    private HttpServer collector() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", call -> {
            spans.add(call.getRequestBody().readAllBytes());
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        server.start();
        return server;
    }

    private String database() throws SQLException {
        String address = MySqlServer.shared().freshDatabase();
        try (var connection = DriverManager.getConnection(address, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("create user if not exists 'watched'@'%' identified by '" + databasePassword + "'");
            statement.execute("alter user 'watched'@'%' identified by '" + databasePassword + "'");
            statement.execute("grant all on `" + connection.getCatalog() + "`.* to 'watched'@'%'");
        }
        return address;
    }

    private static Map<String, Object> variables(Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((name, value) -> variables.put(
                name, value instanceof List ? Map.of("value", json(value), "type", "Json") : Map.of("value", value)));
        return variables;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String first(Answer tasks) {
        try {
            return JSON.readTree(tasks.body()).get(0).get("id").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(JsonNode line) {
        return line.path("message").asText();
    }

    private static int scrape(int port, String token) throws IOException, InterruptedException {
        return status(port, "/actuator/prometheus", token);
    }

    private static int status(int port, String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static void await(BooleanSupplier done) {
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(90));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(giveUp);
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 100, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
