package io.pilotage.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.operations.process.TroubledJob;
import io.pilotage.operations.process.TroubledJobs;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.Sabotage;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.StepEntered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ManagementService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the product has to do by itself is counted and listed as it is: jobs in each state, incidents, the outbox. */
@PilotageTest
class CountedWorkTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    Sabotage sabotage;

    @Autowired
    TimeMachine time;

    @Autowired
    TroubledJobs troubled;

    @Autowired
    ManagementService management;

    @Autowired
    FiguresNow figures;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void whatTheEngineHasToDoAndStumblesOverIsCounted() throws Exception {
        String key = cases.registeredIn(Phase.DISCOVERY, Cases.LOW);
        time.runDueJobs();
        Scrape before = fresh();
        pilots.travel(List.of(key));
        assertThat(jobs(fresh(), "due")).isGreaterThan(jobs(before, "due"));
        // A fault that says nothing counts as well.
        try (var broken = sabotage.of(
                event -> event instanceof StepEntered step && step.pilotKey().equals(key),
                IllegalStateException::new)) {
            assertThatThrownBy(time::runDueJobs).isNotNull();
        }
        TroubledJob job = troubled.list(1_000).stream()
                .filter(one -> key.equals(one.pilotKey()))
                .findFirst()
                .orElseThrow();
        assertThat(jobs(fresh(), "failing")).isEqualTo(jobs(before, "failing") + 1);

        management.setJobRetries(job.id(), 0);
        Scrape failed = fresh();
        assertThat(jobs(failed, "failing")).isEqualTo(jobs(before, "failing"));
        assertThat(jobs(failed, "failed")).isEqualTo(jobs(before, "failed") + 1);
        assertThat(failed.value("pilotage_incidents", Map.of()))
                .isEqualTo(before.value("pilotage_incidents", Map.of()) + 1);

        jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = 'another node', LOCK_EXP_TIME_ = ? where ID_ = ?")
                .params(utc(time.now().plusSeconds(600)), job.id())
                .update();
        assertThat(jobs(fresh(), "locked")).isEqualTo(jobs(before, "locked") + 1);
        jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where ID_ = ?")
                .param(job.id())
                .update();
        troubled.tryAgain(job.id(), "process-admin");
        time.runDueJobs();
        assertThat(fresh().value("pilotage_incidents", Map.of()))
                .isEqualTo(before.value("pilotage_incidents", Map.of()));
    }

    /** However many will be tried again by themselves, what was given up is not crowded out. */
    @Test
    void whatWasGivenUpComesFirst() throws Exception {
        Set<String> broken =
                Set.of(cases.registeredIn(Phase.DISCOVERY, Cases.LOW), cases.registeredIn(Phase.DISCOVERY, Cases.LOW));
        time.runDueJobs();
        pilots.travel(List.copyOf(broken));
        try (var both = sabotage.of(
                event -> event instanceof StepEntered step && broken.contains(step.pilotKey()),
                IllegalStateException::new)) {
            management
                    .createJobQuery()
                    .messages()
                    .list()
                    .forEach(job -> assertThatThrownBy(() -> management.executeJob(job.getId()))
                            .isNotNull());
        }
        String last = troubled.list(1_000).stream()
                .filter(job -> job.pilotKey() != null && broken.contains(job.pilotKey()))
                .reduce((first, second) -> second)
                .orElseThrow()
                .id();
        management.setJobRetries(last, 0);
        List<TroubledJob> all = troubled.list(1_000);
        long givenUp = all.stream().filter(TroubledJob::isGivenUp).count();
        assertThat(givenUp).isBetween(1L, all.size() - 1L);
        assertThat(troubled.list((int) givenUp))
                .allMatch(TroubledJob::isGivenUp)
                .hasSize((int) givenUp);
        time.runDueJobs();
    }

    @Test
    void whatWaitsInTheOutboxIsCounted() {
        double waiting = mails(fresh(), "waiting");
        double failed = mails(fresh(), "failed");
        for (String state : List.of("WAITING", "WAITING", "FAILED")) {
            jdbc.sql("insert into notification_outbox (idempotency_key, recipient, kind, language, subject, body,"
                            + " created_at, state, attempts, next_attempt_at)"
                            + " values (?, 'counted', 'escalation.reminder', 'en', 'Subject', 'Text', ?, ?, 1, ?)")
                    .params(
                            UUID.randomUUID().toString(),
                            utc(time.now().minus(Duration.ofDays(900))),
                            state,
                            utc(time.now().plus(Duration.ofDays(900))))
                    .update();
        }
        Scrape now = fresh();
        jdbc.sql("delete from notification_outbox where recipient = 'counted'").update();
        assertThat(mails(now, "waiting")).isEqualTo(waiting + 2);
        assertThat(mails(now, "failed")).isEqualTo(failed + 1);
        assertThat(now.value("pilotage_outbox_oldest_seconds", Map.of()))
                .isBetween(900 * 86_400 - 3_600.0, 900 * 86_400 + 3_600.0);
    }

    private static double jobs(Scrape scrape, String state) {
        return scrape.value("pilotage_jobs", Map.of("state", state));
    }

    private static double mails(Scrape scrape, String state) {
        return scrape.value("pilotage_outbox_mails", Map.of("state", state));
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private Scrape fresh() {
        figures.forget();
        return Scrape.of(Caller.session(port, "process-admin"));
    }
}
