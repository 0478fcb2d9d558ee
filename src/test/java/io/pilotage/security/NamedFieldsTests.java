package io.pilotage.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What programs send and nobody understands: they are told which field it is, and nothing of it is kept. */
@PilotageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedFieldsTests {

    private static final Path SAMPLE = Path.of("src/main/resources/portfolio/sample-inventory.csv");
    private static final String MULTIPART = "multipart/form-data; boundary=x";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private final Map<String, Asker> askers = new HashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private long before;

    @BeforeAll
    void somethingToAskFor() throws IOException {
        String pilot = cases.propose(Cases.LOW, Map.of());
        places.put("{pilot}", pilot);
        places.put("{task}", cases.anyTask(pilot, "acceptAccountability").getId());
        places.put("{long}", "x".repeat(5_000));
        places.put("{250}", "x".repeat(250));
        HttpResponse<String> brought = asker("portfolio-office")
                .raw("POST", "/api/imports?mapping=simple", MULTIPART, file("a.csv", Files.readString(SAMPLE)))
                .join();
        places.put("{import}", brought.headers().firstValue("Location").orElse("no import: " + brought.body()));
        places.put("{run}", places.get("{import}").replace("/api/imports/", ""));
        before = kept();
    }

    @AfterAll
    void nothingIsKept() {
        assertThat(kept()).isEqualTo(before);
        asker("portfolio-office").now("POST", filled("/portfolio/import/runs/{run}/discard"), null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            reason       | {}
            reason       | {"reason":null,"forWhom":"x"}
            reason       | {"reason":"lunch","forWhom":"x"}
            reason       | {"reason":5,"forWhom":"x"}
            forWhom      | {"reason":"data"}
            forWhom      | {"reason":"data","forWhom":true}
            forWhom      | {"reason":"data","forWhom":{"a":1}}
            forWhom      | {"reason":"data","forWhom":"a \\ud800 b"}
            forWhom      | {"reason":"data","forWhom":"{250}"}
            note         | {"reason":"data","forWhom":"x","note":"{long}"}
            nota         | {"reason":"data","forWhom":"x","nota":"why"}
            """)
    void aWait(String field, String body) {
        refused("decision-owner", "POST", "/api/tasks/{task}/waiting", "application/json", body, 400, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | gate       | {"asks":"test"}
            400 | gate       | {"gate":"G9"}
            400 | gate       | {"gate":1}
            400 | asks       | {"gate":"G1","asks":"lunch"}
            400 | role       | {"gate":"G1","asks":"test","role":"cook"}
            400 | question   | {"gate":"G1","asks":"test","role":"security-review","question":"{long}"}
            400 | evidence   | {"gate":"G1","asks":"test","role":"security-review","evidence":"{long}"}
            400 | evidenceOn | {"gate":"G1","asks":"test","role":"security-review","evidenceOn":"2026-02-30"}
            400 | evidenceOn | {"gate":"G1","asks":"test","role":"security-review","evidenceOn":"99999-01-01"}
            400 | evidenceOn | {"gate":"G1","asks":"test","role":"security-review","evidenceOn":20260530}
            400 | evidenceon | {"gate":"G1","asks":"test","role":"security-review","evidenceon":"2026-05-30"}
            409 | gate       | {"gate":"G1","asks":"test","role":"security-review"}
            """)
    void aQuestion(int status, String field, String body) {
        String path = "/api/pilots/{pilot}/reopenings";
        refused("security-review", "POST", path, "application/json", body, status, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            reason   | {}
            reason   | {"reason":"short"}
            reason   | {"reason":"{long}"}
            names    | {"reason":"long enough","names":["Jo"]}
            names    | {"reason":"long enough","names":[null]}
            names    | {"reason":"long enough","names":"Joan"}
            names[0] | {"reason":"long enough","names":[5]}
            name     | {"reason":"long enough","name":"Joan"}
            person   | {"reason":"long enough","person":"never-here"}
            values   | {"reason":"long enough","person":"never-here"}
            values   | {"reason":"long enough","person":"never-here","values":"5"}
            values   | {"reason":"long enough","person":"never-here","values":1.5}
            values   | {"reason":"long enough","person":"never-here","values":1e400}
            values   | {"reason":"long enough","person":"never-here","values":99999999999}
            """)
    void anErasure(String field, String body) {
        String path = "/api/operations/erasures" + (field.equals("values") ? "" : "/intended");
        refused("process-admin", "POST", path, "application/json", body, 400, field);
    }

    @ParameterizedTest
    @CsvSource({
        "file, /api/imports",
        "dryRun, /api/imports?dryRun=perhaps",
        "dryrun, /api/imports?dryrun=false",
        "offset, {import}/problems?offset=-1",
        "offset, {import}/problems?offset=first",
        "offset, '{import}/rows?offset=1,5'",
        "offset, {import}/rows?offset=99999999999",
        "limit, {import}/rows?limit=0",
        "limit, {import}/rows?limit=1001",
        "limit, {import}/problems?limit=1e400",
        "limt, {import}/problems?limt=5",
        "severity, {import}/problems?severity=LUNCH",
        "outcome, {import}/rows?outcome=LUNCH",
        "kind, /api/exports",
        "kind, /api/exports?kind=LUNCH",
        "language, /api/exports?kind=DOSSIERS&language=xx",
        "phase, /api/exports?kind=DOSSIERS&phase=LUNCH",
        "phse, /api/exports?kind=DOSSIERS&phse=DISCOVERY",
        "open, /api/exports?kind=DOSSIERS&open=perhaps",
        "tier, /api/exports?kind=DOSSIERS&tier=extreme",
        "lateRole, /api/exports?kind=DOSSIERS&lateRole=cook",
        "answer, /api/exports?kind=DOSSIERS&role=bu-sponsor",
        "chartered, /api/exports?kind=DOSSIERS&chartered=2026-Q5",
    })
    void anImportOrAnExport(String field, String path) {
        String method = path.startsWith("/api/") ? "POST" : "GET";
        refused("portfolio-office", method, path, "application/x-www-form-urlencoded", "", 400, field);
    }

    @ParameterizedTest
    @CsvSource({"mapping, a.csv, none", "file, {250}.csv, simple"})
    void anUpload(String field, String name, String mapping) {
        String body = file(filled(name), "Pilot,Stage\nOne,Idea\n");
        refused("portfolio-office", "POST", "/api/imports?mapping=" + mapping, MULTIPART, body, 400, field);
    }

    @ParameterizedTest
    @CsvSource({
        "400, figureColumn, ''",
        "400, figureColumn, ?figureColumn=other",
        "400, figureColumn, ?figureColumn={250}",
        "400, figureColumn, ?dayColumn=d",
        "400, figureColumn, ?taken=SUM",
        "400, dayColumn, ?figureColumn=m&dayColumn=other",
        "400, dayColumn, ?figureColumn=m&metric=Cheer",
        "400, metric, ?figureColumn=m&dayColumn=d&metric={250}",
        "400, metric, ?figureColumn=m&dayColumn=d&metric=Cheer&purpose=BASELINE",
        "400, purpose, ?figureColumn=m&purpose=LUNCH",
        "400, taken, ?figureColumn=m&taken=LUNCH",
        "400, decimalComma, ?figureColumn=m&decimalComma=perhaps",
        "400, unitColun, ?figureColumn=m&unitColun=u",
        "422, m, '?figureColumn=m,1,5'",
        "422, m, '?figureColumn=m,NaN'",
        "422, m, '?figureColumn=m,1e400'",
        "422, d, '?figureColumn=m&dayColumn=d,1,2026-02-30'",
        "422, d, '?figureColumn=m&dayColumn=d,1,+99999-01-01'",
        "422, d, '?figureColumn=m&dayColumn=d,1,-0001-01-01'",
        "422, u, '?figureColumn=m&unitColumn=u,1,2026-01-01,{250}'",
        "422, m, '?figureColumn=m,1,2026-01-01,min,{long}'",
    })
    void aMeasurement(int status, String field, String question) {
        String[] parts = question.split(",", 2);
        String row = parts.length == 1 ? "1;2026-01-01;min;" : parts[1].replaceFirst("^1,5$", "\"1,5\"");
        String rows = "m;d;u;x\n" + (row.contains("\"") ? row : row.replace(',', ';')) + "\n";
        String path = "/api/pilots/{pilot}/measurements" + (question.isEmpty() ? "" : parts[0]);
        refused("adoption-analyst", "POST", path, "text/csv", rows, status, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sum                    | "timeUnixNano":"1"
            sum                    | "timeUnixNano":"1","sum":null
            sum                    | "timeUnixNano":"1","sum":"NaN"
            sum                    | "timeUnixNano":"1","sum":1e400
            sum                    | "timeUnixNano":"1","sum":1.23456
            sum                    | "timeUnixNano":"1","sum":-1
            timeUnixNano           | "sum":1
            timeUnixNano           | "sum":1,"timeUnixNano":"yesterday"
            timeUnixNano           | "sum":1,"timeUnixNano":99999999999999999999
            timeUnixNano           | "sum":1,"timeUnixNano":"9999999999999999999"
            attributes             | "sum":1,"timeUnixNano":"1","attributes":[{"key":"{long}"}]
            attributes             | "sum":1,"timeUnixNano":"1","attributes":[{"key":"\\ud800"}]
            attributes             | "sum":1,"timeUnixNano":"1","attributes":5
            """)
    void aPointOfTelemetry(String field, String point) {
        telemetry("\"aggregationTemporality\":1,\"dataPoints\":[{" + point + "}]", ".dataPoints[0]." + field);
    }

    @Test
    void telemetryWithoutPointsOrOfUnknownTime() {
        telemetry("\"aggregationTemporality\":1", ".dataPoints");
        telemetry("\"aggregationTemporality\":\"DELTA\",\"dataPoints\":[]", ".aggregationTemporality");
        String path = "/api/pilots/{pilot}/otlp/v1/metrics";
        refused("it-operations", "POST", path, "application/json", "{}", 400, "resourceMetrics");
        refused("it-operations", "POST", path, "application/json", "[]", 400, "resourceMetrics");
    }

    private void telemetry(String histogram, String field) {
        String body = "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\"gen_ai.client.token.usage\","
                + "\"histogram\":{" + histogram + "}}]}]}]}";
        String way = "resourceMetrics[0].scopeMetrics[0].metrics[0].histogram" + field;
        refused("it-operations", "POST", "/api/pilots/{pilot}/otlp/v1/metrics", "application/json", body, 400, way);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "5", "{", "{\"reason\":\"data\",\"reason\":\"data\"}", "{} {}", "\uFEFF"})
    void whatIsNoJsonIsAProblemToo(String body) {
        JsonNode problem =
                problem("decision-owner", "POST", "/api/tasks/{task}/waiting", "application/json", body, 400);
        assertThat(problem.path("detail").asText()).contains("could not be read");
    }

    @ParameterizedTest
    @CsvSource({"404, /api/pilots/P-none/reopenings", "405, /api/tasks/none/story"})
    void whatIsNotThereIsAProblemToo(int status, String path) {
        String body = "{\"gate\":\"G1\",\"asks\":\"test\",\"role\":\"security-review\"}";
        problem("security-review", "POST", path, "application/json", body, status);
    }

    private void refused(
            String person, String method, String path, String type, String body, int status, String field) {
        JsonNode fields = problem(person, method, path, type, body, status).path("fields");
        assertThat(fields.findValuesAsText("key")).as("%s", fields).contains(field);
        assertThat(fields.findValuesAsText("message")).allMatch(said -> !said.isBlank() && !said.contains("{"));
    }

    private JsonNode problem(String person, String method, String path, String type, String body, int status) {
        HttpResponse<String> answer =
                asker(person).raw(method, filled(path), type, filled(body)).join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        try {
            return json.readTree(answer.body());
        } catch (IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    /** Rows of everything that these calls and forms could write. */
    private long kept() {
        return jdbc.sql("select (select count(*) from evidence_file) + (select count(*) from evidence_mapping)"
                        + " + (select count(*) from task_wait) + (select count(*) from decision_loop)"
                        + " + (select count(*) from import_run) + (select count(*) from import_mapping)"
                        + " + (select count(*) from dossier_export)")
                .query(Long.class)
                .single();
    }

    private static String file(String name, String rows) {
        return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + rows + "\r\n--x--\r\n";
    }

    private String filled(String text) {
        String filled = text == null ? "" : text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.replace(place.getKey(), place.getValue());
        }
        return filled;
    }

    private Asker asker(String person) {
        return askers.computeIfAbsent(person, name -> Asker.signedIn(port, name));
    }
}
