package io.pilotage.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.notification.OutboxCare;
import io.pilotage.operations.process.DeployedModels;
import io.pilotage.operations.process.StandingCase;
import io.pilotage.operations.process.StandingCases;
import io.pilotage.operations.process.TroubledJob;
import io.pilotage.operations.process.TroubledJobs;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.Sabotage;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.OpenWork;
import io.pilotage.workflow.StepEntered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ManagementService;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators see of failed steps, cases that stand and mails that did not get through, and what they do about it. */
@PilotageTest
class OperationsPageTests {

    private static final String BROKE = "the step broke on purpose";

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    Sabotage sabotage;

    @Autowired
    TimeMachine time;

    @Autowired
    TroubledJobs jobs;

    @Autowired
    StandingCases standing;

    @Autowired
    OpenWork work;

    @Autowired
    OutboxCare outbox;

    @Autowired
    DeployedModels models;

    @Autowired
    Trail trail;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @AfterEach
    void sweep() {
        jdbc.sql("delete from notification_outbox where state in ('WAITING', 'FAILED')")
                .update();
    }

    @Test
    void failedStepIsShownTriedAgainAndNotedInTheTrail() throws Exception {
        String key = broken();
        TroubledJob job = troubled(key);
        assertThat(job.isGivenUp()).isFalse();
        assertThat(job.reason()).contains(BROKE);
        management.setJobRetries(job.id(), 0);
        assertThat(troubled(key).isGivenUp()).isTrue();
        assertThat(troubled(key).since()).isNotNull();

        Caller admin = Caller.session(port, "process-admin");
        assertThat(admin.page("/operations").body())
                .contains(
                        key,
                        "Given up",
                        "/operations/jobs/" + job.id(),
                        "The step “Discovery began” of “Pilot journey”")
                .doesNotContain(job.elementId());
        assertThat(admin.page("/operations?lang=de").body()).contains("Der Schritt „Erkundung begann“ von „");
        admin.page("/operations?lang=en");
        assertThat(admin.form("/operations/jobs/" + job.id() + "/again", Map.of())
                        .location())
                .endsWith("/operations");
        assertThat(kinds(key)).contains("jobTriedAgain");
        assertThat(admin.page("/pilots/" + key).body()).contains("tried again after a fault");

        time.runDueJobs();
        assertThat(cases.open(key)).isNotEmpty();
        assertThat(jobs.list(1000)).noneMatch(left -> key.equals(left.pilotKey()));
        assertThat(admin.form("/operations/jobs/" + job.id() + "/again", Map.of())
                        .status())
                .isEqualTo(302);
        assertThat(kinds(key).stream().filter("jobTriedAgain"::equals)).hasSize(1);
    }

    @Test
    void linesOfAJobCarryTheKeyOfItsCase() throws Exception {
        String key = cases.registeredIn(Phase.DISCOVERY, Cases.LOW);
        pilots.travel(List.of(key));
        List<String> seen = new ArrayList<>();
        try (var watched = sabotage.of(
                event -> {
                    if (event instanceof StepEntered step && step.pilotKey().equals(key)) {
                        seen.add(MDC.get("pilotKey"));
                    }
                    return false;
                },
                IllegalStateException::new)) {
            time.runDueJobs();
        }
        assertThat(seen).isNotEmpty().containsOnly(key);
        assertThat(MDC.get("pilotKey")).isNull();
    }

    @Test
    void caseWithNothingOpenStandsStill() {
        String still = cases.registeredIn(Phase.DISCOVERY, Cases.LOW);
        String moving = cases.standingIn(Phase.DISCOVERY, Cases.LOW);
        assertThat(standing.list(100_000))
                .extracting(StandingCase::pilotKey)
                .contains(still)
                .doesNotContain(moving);
    }

    @Test
    void taskThatEverybodyWasToldOfIsShownAWeekAfterTheChairWasAsked() {
        String key = cases.standingIn(Phase.DISCOVERY, Cases.LOW);
        assertThat(work.unanswered(time.now(), 100_000))
                .noneMatch(task -> task.pilotKey().equals(key));
        time.moveBy(Duration.ofDays(90));
        assertThat(work.unanswered(time.now(), 100_000))
                .filteredOn(task -> task.pilotKey().equals(key))
                .isNotEmpty()
                .allMatch(task -> !task.role().isEmpty());
        assertThat(Caller.session(port, "process-admin").page("/operations").body())
                .doesNotContain("waits for .");
    }

    @Test
    void mailThatWasGivenUpIsSentAgainAndNotedInTheTrail() {
        String key = cases.registeredIn(Phase.DISCOVERY, Cases.LOW);
        long mail = failedMail(key, "A reminder that bounced");
        assertThat(outbox.state().failed()).isEqualTo(1);

        Caller admin = Caller.session(port, "process-admin");
        assertThat(admin.page("/operations").body()).contains("A reminder that bounced", "No route to the mail server");
        admin.form("/operations/mails/" + mail + "/again", Map.of());
        assertThat(outbox.state().failed()).isZero();
        assertThat(outbox.state().waiting()).isEqualTo(1);
        assertThat(kinds(key)).contains("mailTriedAgain");
        admin.form("/operations/mails/" + mail + "/again", Map.of());
        assertThat(kinds(key).stream().filter("mailTriedAgain"::equals)).hasSize(1);
        assertThat(outbox(admin)).doesNotContain("There may be more");
        for (int more = 0; more < 50; more++) {
            failedMail(key, "A reminder that bounced");
        }
        assertThat(outbox(admin)).contains("There may be more: the first 50 are shown.");
    }

    @Test
    void everyModelTableAndFormIsListedWithItsVersion() {
        assertThat(models.list())
                .anyMatch(model -> model.id().equals("pilotJourney") && model.latest() && model.version() >= 1)
                .anyMatch(
                        model -> model.id().equals("sla") && model.kind().name().equals("TABLE"))
                .anyMatch(model -> model.id().equals("decideCharter")
                        && model.kind().name().equals("FORM"));
        assertThat(models.engineVersion()).startsWith("1.0.");
        assertThat(Caller.session(port, "process-admin").page("/operations").body())
                .contains("Operaton " + models.engineVersion(), "MySQL 8.", "<code>pilotJourney</code>")
                .contains(Runtime.version().toString());
    }

    @Test
    void onlyAdministratorsOperate() {
        Caller chair = Caller.session(port, "governance-chair");
        assertThat(chair.page("/operations").status()).isEqualTo(403);
        assertThat(chair.form("/operations/jobs/x/again", Map.of()).status()).isEqualTo(403);
        assertThat(Caller.anonymous(port).page("/operations").status()).isEqualTo(302);
        Caller admin = Caller.session(port, "process-admin");
        assertThat(admin.send("POST", "/operations/mails/1/again", "text/plain", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thePageFitsAPhoneSpeaksTwoLanguagesAndIsUsedByKeyboard() throws Exception {
        String key = broken();
        management.setJobRetries(troubled(key).id(), 0);
        failedMail(key, "A reminder that bounced");
        try (Browser desktop = Browser.desktop(port);
                Browser phone = Browser.phone(port)) {
            desktop.signIn("process-admin").open("/operations").screenshot("operations");
            assertThat(desktop.barriers()).isEmpty();
            desktop.open("/operations?lang=de").screenshot("operations-de");
            desktop.open("/operations?lang=en");
            phone.page().setViewportSize(360, 800);
            phone.signIn("process-admin").open("/operations").screenshot("operations");
            assertThat(phone.scrollsSideways()).isFalse();
            phone.page().locator("details summary").last().click();
            phone.screenshot("operations-models");
            assertThat(phone.scrollsSideways()).isFalse();
            assertThat(phone.barriers()).isEmpty();

            var again = desktop.page()
                    .locator("form[action^='/operations/jobs/'] button")
                    .first();
            again.focus();
            desktop.page().keyboard().press("Enter");
            desktop.page()
                    .getByRole(com.microsoft.playwright.options.AriaRole.STATUS)
                    .waitFor();
            desktop.screenshot("operations-told");
            assertThat(desktop.problems()).isEmpty();
            assertThat(phone.problems()).isEmpty();
        }
    }

    private static String outbox(Caller admin) {
        String page = admin.page("/operations").body();
        return page.substring(page.indexOf("id=\"outbox\""), page.indexOf("id=\"versions\""));
    }

    private String broken() throws Exception {
        String key = cases.registeredIn(Phase.DISCOVERY, Cases.LOW);
        pilots.travel(List.of(key));
        try (var broken = sabotage.of(
                event -> event instanceof StepEntered step && step.pilotKey().equals(key),
                () -> new IllegalStateException(BROKE))) {
            assertThatThrownBy(time::runDueJobs).hasStackTraceContaining(BROKE);
        }
        return key;
    }

    private TroubledJob troubled(String key) {
        return jobs.list(1000).stream()
                .filter(job -> key.equals(job.pilotKey()))
                .findFirst()
                .orElseThrow();
    }

    private long failedMail(String key, String subject) {
        String once = UUID.randomUUID().toString();
        jdbc.sql(
                        "insert into notification_outbox (idempotency_key, recipient, kind, language, subject, body, pilot_key,"
                                + " created_at, state, attempts, next_attempt_at, last_error)"
                                + " values (?, 'bu-sponsor', 'escalation.reminder', 'en', ?, 'Text', ?, now(), 'FAILED', 50,"
                                + " now(), 'No route to the mail server')")
                .params(once, subject, key)
                .update();
        return jdbc.sql("select id from notification_outbox where idempotency_key = ?")
                .param(once)
                .query(Long.class)
                .single();
    }

    private List<String> kinds(String key) {
        return trail.of(key, TrailFilter.ALL, PageRequest.of(0, 50)).stream()
                .map(entry -> entry.entry().kind())
                .toList();
    }
}
