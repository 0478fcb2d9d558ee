package io.pilotage.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.audit.Personal;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailChecks;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.TrailFilter;
import io.pilotage.audit.Undertaking;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** Auditors and administrators have the trail checked, and administrators erase a person in two steps. */
@PilotageTest
class TrailPagesTests {

    private static final String REASON = "asked for by letter of 3 March";

    @Autowired
    Trail trail;

    @Autowired
    TrailChecks checks;

    @Autowired
    Cases cases;

    @LocalServerPort
    int port;

    private final String gone = "gone-" + UUID.randomUUID();

    @Test
    void auditorHasTheTrailCheckedAndTheResultIsOnIt() {
        Caller auditor = Caller.session(port, "audit-read");
        Instant before = Instant.now();
        assertThat(auditor.form("/operations/trail/check", Map.of()).location()).endsWith("/operations/trail");
        awaitCheck(before);
        TrailEntry result = trail.of(
                        Undertaking.CHECK.chain(), TrailFilter.ALL.ofKinds("trailChecked"), PageRequest.of(0, 1))
                .getContent()
                .get(0)
                .entry();
        assertThat(result.actor()).isEqualTo("audit-read");
        assertThat(result.role()).isEqualTo("audit-read");
        String page = auditor.page("/operations/trail").body();
        assertThat(page).contains("Check the whole trail now", "Audit", " entries, ");
        assertThat(page).doesNotContain("/operations/erasure");
    }

    @Test
    void programReadsTheResults() throws IOException {
        Caller admin = Caller.session(port, "process-admin");
        checks.run("process-admin");
        Answer answer = admin.get("/api/operations/checks");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode newest = new ObjectMapper().readTree(answer.body()).get(0);
        assertThat(newest.path("actor").asText()).isEqualTo("process-admin");
        assertThat(newest.path("result").path("entries").asLong()).isPositive();
    }

    @Test
    void everyUndertakingHasItsRecords() {
        Caller admin = Caller.session(port, "process-admin");
        for (Undertaking undertaking : Undertaking.values()) {
            Answer page = admin.page("/operations/trail?of=" + undertaking + "&lang=de");
            assertThat(page.status()).as(undertaking.name()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("??");
        }
        assertThat(admin.page("/operations/trail?of=DEPLOYMENT&lang=en").body()).contains(" deployed ");
        assertThat(admin.page("/operations/trail?of=LOGIN&lang=en").body()).contains("signed in with a role");
    }

    @Test
    void onlyAuditorsAndAdministratorsCheckAndOnlyAdministratorsErase() {
        Caller chair = Caller.session(port, "governance-chair");
        Caller auditor = Caller.session(port, "audit-read");
        assertThat(chair.page("/operations/trail").status()).isEqualTo(403);
        assertThat(chair.form("/operations/trail/check", Map.of()).status()).isEqualTo(403);
        assertThat(chair.get("/api/operations/checks").status()).isEqualTo(403);
        assertThat(auditor.page("/operations/erasure").status()).isEqualTo(403);
        assertThat(auditor.form("/operations/erasure", wanted(REASON, 1)).status())
                .isEqualTo(403);
        assertThat(auditor.page("/operations").status()).isEqualTo(403);
    }

    @Test
    void personIsErasedInTwoStepsAndTheNameIsGone() {
        String key = written();
        Caller admin = Caller.session(port, "process-admin");
        Answer look = admin.form("/operations/erasure/intended", wanted(REASON, 0));
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.body()).contains("2 values in 1 chains", "Erase for good");
        assertThat(actor(key)).isEqualTo(gone);

        Answer done = admin.form("/operations/erasure", wanted(REASON, 2));
        assertThat(done.body()).contains("2 values in 1 chains are gone");
        assertThat(actor(key)).isEqualTo(TrailEntry.ERASED);
        TrailEntry record = trail.of(Undertaking.ERASURE.chain(), TrailFilter.ALL, PageRequest.of(0, 1))
                .getContent()
                .get(0)
                .entry();
        assertThat(record.actor()).isEqualTo("process-admin");
        assertThat(record.arguments()).containsEntry("reason", REASON);
    }

    /** Somebody who never signed in, named in a text that others agreed on. */
    @Test
    void whoIsOnlyNamedInTextsIsErasedFromThem() {
        String name = "Ada " + gone.substring(0, 8);
        String key = "P-" + gone.substring(0, 30);
        trail.note(TrailEntry.of(key, Instant.parse("2026-03-01T10:00:00Z"), "bu-sponsor", "holdLifted")
                .details(Map.of("goodEnough", Personal.text("when " + name + " agrees"), "limit", 9))
                .build());
        Caller admin = Caller.session(port, "process-admin");
        Map<String, String> wanted =
                Map.of("person", "never-signed-in", "names", name, "reason", REASON, "values", "1");
        assertThat(admin.form("/operations/erasure/intended", Map.of("person", "never-signed-in", "reason", REASON))
                        .body())
                .contains("Nothing is known of this person");
        assertThat(admin.form("/operations/erasure/intended", wanted).body())
                .contains("0 values in 1 chains", "1 texts of others", name);
        assertThat(admin.form("/operations/erasure/intended", Map.of("person", "x", "names", "Jo", "reason", REASON))
                        .body())
                .contains("a shorter one names too many people");
        assertThat(admin.form("/operations/erasure", wanted).body()).contains("1 texts of others");
        TrailEntry entry = trail.of(key, TrailFilter.ALL.ofKinds("holdLifted"), PageRequest.of(0, 1))
                .getContent()
                .get(0)
                .entry();
        assertThat(entry.actor()).isEqualTo("bu-sponsor");
        assertThat(entry.details())
                .containsEntry("goodEnough", TrailEntry.ERASED)
                .containsKey("limit");
    }

    @Test
    void programErasesInTwoStepsAndIsToldWhatDoesNotFit() {
        String key = written();
        Caller admin = Caller.session(port, "process-admin");
        Answer other = json(admin, "/api/operations/erasures", 7);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("kind")).isEqualTo("operations.erasure.changed");
        assertThat(actor(key)).isEqualTo(gone);
        Answer look = json(admin, "/api/operations/erasures/intended", 0);
        assertThat(look.text("values")).isEqualTo("2");
        assertThat(json(admin, "/api/operations/erasures", 2).status()).isEqualTo(200);
        assertThat(actor(key)).isEqualTo(TrailEntry.ERASED);
        Answer again = json(admin, "/api/operations/erasures/intended", 0);
        assertThat(again.text("kind")).isEqualTo("operations.erasure.unknown");
    }

    @Test
    void whoHoldsARoleIsNotErasedAndAReasonIsNeeded() {
        Caller admin = Caller.session(port, "process-admin");
        cases.propose(Cases.LOW, Map.of());
        Answer active = admin.form("/operations/erasure/intended", Map.of("person", "pilot-owner", "reason", REASON));
        assertThat(active.status()).isEqualTo(409);
        assertThat(active.body()).contains("still holds a role");
        written();
        Answer silent = admin.form("/operations/erasure/intended", wanted("because", 0));
        assertThat(silent.body()).contains("Give a reason");
        assertThat(trail.of(Undertaking.ADMINISTRATION.chain("process-admin"), TrailFilter.ALL, PageRequest.of(0, 1))
                        .getContent()
                        .get(0)
                        .entry()
                        .arguments())
                .containsEntry("message", "operations.erasure.reason");
    }

    @Test
    void thePagesFitAPhoneAndSpeakTwoLanguages() {
        written();
        checks.run("process-admin");
        try (Browser desktop = Browser.desktop(port);
                Browser phone = Browser.phone(port)) {
            desktop.signIn("process-admin").open("/operations/trail").screenshot("trail");
            assertThat(desktop.barriers()).isEmpty();
            desktop.open("/operations/trail?lang=de").screenshot("trail-de");
            desktop.open("/operations/erasure?lang=de").screenshot("erasure-de");
            desktop.open("/operations/erasure?lang=en");
            phone.page().setViewportSize(360, 800);
            phone.signIn("process-admin").open("/operations/trail").screenshot("trail");
            assertThat(phone.scrollsSideways()).isFalse();
            assertThat(phone.barriers()).isEmpty();
            phone.open("/operations/erasure");
            phone.page().locator("#person").fill(gone);
            phone.page().locator("#reason").fill(REASON);
            assertThat(phone.barriers()).isEmpty();
            phone.page().locator("main form button").click();
            phone.page().locator(".button--danger").waitFor();
            phone.screenshot("erasure");
            assertThat(phone.scrollsSideways()).isFalse();
            assertThat(phone.barriers()).isEmpty();
            assertThat(desktop.problems()).isEmpty();
            assertThat(phone.problems()).isEmpty();
        }
    }

    /** Something on a case by a person who is no longer there. */
    private String written() {
        String key = "P-" + gone.substring(0, 30);
        trail.note(TrailEntry.of(key, Instant.parse("2026-03-01T10:00:00Z"), gone, "holdLifted")
                .words("note", "I, who am gone, wanted it so")
                .build());
        return key;
    }

    private String actor(String key) {
        return trail.of(key, TrailFilter.ALL.ofKinds("holdLifted"), PageRequest.of(0, 1))
                .getContent()
                .get(0)
                .entry()
                .actor();
    }

    private Map<String, String> wanted(String reason, int values) {
        return Map.of("person", gone, "reason", reason, "values", String.valueOf(values));
    }

    private Answer json(Caller admin, String path, int values) {
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(admin.get("/login").body());
        assertThat(token.find()).isTrue();
        return admin.send(
                "POST",
                path + "?_csrf=" + token.group(1),
                "application/json",
                "{\"person\": \"%s\", \"reason\": \"%s\", \"values\": %d}".formatted(gone, REASON, values));
    }

    private void awaitCheck(Instant since) {
        Instant giveUp = since.plus(Duration.ofMinutes(1));
        while (checks.runningSince().isPresent()
                || checks.latest(1).isEmpty()
                || !checks.latest(1).get(0).entry().actor().equals("audit-read")) {
            assertThat(Instant.now()).isBefore(giveUp);
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 100, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
