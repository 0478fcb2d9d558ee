package io.pilotage.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person types and nobody understands: said beside the field, with what was typed, and nothing of it is kept. */
@PilotageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideTheFieldTests {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Caller> readers = new HashMap<>();
    private String pilot = "";

    @BeforeAll
    void somethingToAskFor() {
        pilot = cases.propose(Cases.LOW, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "phase, /portfolio?phase=LUNCH",
        "tier, /portfolio?tier=extreme",
        "page, /portfolio?page=1e400",
        "open, /portfolio?open=perhaps",
        "kind, /pilots/{pilot}/story?kind=LUNCH",
        "phase, /pilots/{pilot}/story?phase=LUNCH",
        "page, '/pilots/{pilot}/story?page=1,5'",
        "story, /pilots/{pilot}?story=LUNCH",
        "page, /mails?page=x",
        "of, /operations/trail?of=LUNCH",
        "left, /pilots/{pilot}/seals/decision-contract?left=NaN",
        "purpose, /pilots/{pilot}/evidence?purpose=LUNCH",
        "severity, /portfolio/import/runs/none?severity=LUNCH",
    })
    void anAddressOfAPage(String field, String path) {
        Caller reader = reader(path.contains("/import/") ? "portfolio-office" : "audit-read");
        Caller.Answer answer = reader.page(filled(path));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("<html", "“" + field + "”");
    }

    @Test
    void whatTheServerCannotDecodeIsNotTakenForMissing() {
        HttpResponse<String> answer = Asker.signedIn(port, "process-admin")
                .raw("POST", "/operations/erasure/intended", "application/x-www-form-urlencoded", "person=%ZZ")
                .join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("could not be read");
    }

    @Test
    void aFormSaysItBesideTheFieldAndKeepsWhatWasTyped() {
        beside(
                "process-admin",
                "/operations/erasure/intended",
                "reason-wrong",
                Map.of("person", "typed", "reason", "no"));
        beside(
                "finance-partner",
                "/pilots/{pilot}/evidence",
                "figureColumn-wrong",
                Map.of("purpose", "BASELINE", "pasted", "typed"));
        beside(
                "finance-partner",
                "/pilots/{pilot}/evidence",
                "metric-wrong",
                Map.of("purpose", "BASELINE", "metric", "typed", "figureColumn", "m", "pasted", "m\n1"));
        beside(
                "portfolio-office",
                "/portfolio/import/mappings/simple",
                "name-wrong",
                Map.of("name", "///", "text", "source: typed"));
        beside(
                "portfolio-office",
                "/portfolio/import/mappings/simple",
                "mapping-text-wrong",
                Map.of("name", "typed", "text", "source: ["));
        beside(
                "bu-sponsor",
                "/pilots/{pilot}/withdrawal",
                "withdrawal-reason-wrong",
                Map.of("reason", "lunch", "note", "typed"));
        beside(
                "bu-sponsor",
                "/pilots/{pilot}/withdrawal",
                "withdrawal-note-wrong",
                Map.of("reason", "data", "note", "typed" + "x".repeat(5_000)));
        beside(
                "bu-sponsor",
                "/pilots/{pilot}/people",
                "superior-data-owner-wrong",
                Map.of("role", "data-owner", "superior", "typed"),
                false);
        assertThat(reader("portfolio-office")
                        .form("/portfolio/import", Map.of("mapping", "simple"))
                        .body())
                .containsPattern("id=\"file-reason\"[^>]*>[^<]+<");
    }

    private void beside(String person, String path, String id, Map<String, String> form) {
        beside(person, path, id, form, true);
    }

    private void beside(String person, String path, String id, Map<String, String> form, boolean shown) {
        long before = kept();
        Caller.Answer answer = reader(person).form(filled(path), form);
        String page = answer.status() == 302
                ? reader(person)
                        .page(answer.location().replaceFirst("^https?://[^/]+", ""))
                        .body()
                : answer.body();
        assertThat(page).containsPattern("id=\"" + id + "\"[^>]*>[^<]+<").contains("aria-invalid=\"true\"");
        if (shown) {
            assertThat(page).contains("typed");
        }
        assertThat(kept()).isEqualTo(before);
    }

    private long kept() {
        return jdbc.sql("select (select count(*) from evidence_file) + (select count(*) from import_mapping)"
                        + " + (select count(*) from accountability where superior = 'typed')"
                        + " + (select count(*) from pilot where status = 'WITHDRAWN')")
                .query(Long.class)
                .single();
    }

    private String filled(String path) {
        return path.replace("{pilot}", pilot);
    }

    private Caller reader(String person) {
        return readers.computeIfAbsent(person, name -> Caller.session(port, name));
    }
}
