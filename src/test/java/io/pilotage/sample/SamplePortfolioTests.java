package io.pilotage.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pilotage.workflow.Inbox;
import io.pilotage.workflow.OpenTask;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** What a newcomer finds in the embedded default. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pilotage.sample=true",
            "operaton.bpm.process-engine-name=sample",
            "spring.datasource.url=jdbc:h2:mem:sample;MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
        })
@ActiveProfiles("test")
@Import(SamplePortfolioTests.Opening.class)
class SamplePortfolioTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inbox inbox;

    @Autowired
    Clock clock;

    @Autowired
    SamplePortfolio portfolio;

    @Autowired
    Opening opening;

    @Test
    void somebodyStandsInEveryPhase() {
        assertThat(texts("select distinct phase from pilot where status not in ('STOPPED', 'WITHDRAWN')"))
                .containsExactlyInAnyOrder(
                        "DISCOVERY",
                        "ROI_SIGN_OFF",
                        "GOVERNANCE_REVIEW",
                        "WORKFLOW_REDESIGN",
                        "ROLLOUT",
                        "ADOPTION_MEASUREMENT");
    }

    @Test
    void someAreHeldStoppedWithdrawnAndAdopted() {
        assertThat(texts("select distinct status from pilot"))
                .contains("ACTIVE", "HELD", "STOPPED", "WITHDRAWN", "ADOPTED");
    }

    @Test
    void severalAreLate() {
        assertThat(texts("select pilot_key from pilot").stream()
                        .filter(pilot -> inbox.of(pilot).stream()
                                .anyMatch(
                                        task -> task.due() != null && task.due().isBefore(clock.instant()))))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void everyPilotStandsWhereItIsMeantTo() {
        for (SamplePilot pilot : SampleFile.pilots()) {
            if (!pilot.stopAt().contains("decideCharter") && !pilot.stopAt().isEmpty()) {
                assertThat(openOn(pilot)).as(pilot.title()).isNotEmpty().isSubsetOf(pilot.stopAt());
            }
        }
    }

    @Test
    void thePilotsThatThisBeganWithAreThere() {
        assertThat(texts("select title from pilot"))
                .contains(
                        "Multi-agent supply-chain planner",
                        "Live match-analysis assistant",
                        "Three workloads of the Riverside plant");
    }

    @Test
    void nobodyIsAnsweredBeforeEverythingIsThereAndTheClockIsRight() {
        assertThat(opening.people).isPositive();
        assertThat(opening.pilots).isEqualTo(SampleFile.pilots().size());
        assertThat(opening.engineTime).isCloseTo(opening.time, within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aSecondStartAddsNothing() {
        int before = texts("select pilot_key from pilot").size();

        portfolio.fill();

        assertThat(texts("select pilot_key from pilot")).hasSize(before);
    }

    @Test
    void itIsNotedThatAllIsPlayed() {
        assertThat(texts("select VALUE_ from ACT_GE_PROPERTY where NAME_ = '" + InterruptedSample.MARK + "'"))
                .containsExactly(InterruptedSample.PLAYED);
    }

    @Test
    void nothingFailedOnTheWay() {
        assertThat(texts("select ID_ from ACT_RU_JOB where RETRIES_ = 0")).isEmpty();
    }

    @Test
    void noDeadlineOutlivesItsTask() {
        assertThat(texts("select d.task_id from task_deadline d where d.closed_at is null and not exists"
                        + " (select 1 from inbox_task t where t.process_instance_id = d.process_instance_id"
                        + " and t.task_id = d.task_id)"))
                .isEmpty();
    }

    private List<String> openOn(SamplePilot pilot) {
        String key = jdbc.sql("select pilot_key from pilot where title = ?")
                .param(pilot.title())
                .query(String.class)
                .single();
        return inbox.of(key).stream().map(OpenTask::taskId).distinct().toList();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /** What the first visitor would find, at the moment from which the web server takes connections. */
    @TestComponent
    static class Opening {

        private final JdbcClient jdbc;
        private final Clock clock;
        int people;
        int pilots;
        Instant engineTime = Instant.EPOCH;
        Instant time = Instant.MAX;

        Opening(JdbcClient jdbc, Clock clock) {
            this.jdbc = jdbc;
            this.clock = clock;
        }

        @EventListener(WebServerInitializedEvent.class)
        void look() {
            people = jdbc.sql("select count(*) from ACT_ID_USER")
                    .query(Integer.class)
                    .single();
            pilots = jdbc.sql("select count(*) from pilot").query(Integer.class).single();
            engineTime = clock.instant();
            time = Instant.now();
        }
    }
}
