package io.pilotage.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.workflow.Inbox;
import io.pilotage.workflow.OpenTask;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
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
class SamplePortfolioTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inbox inbox;

    @Autowired
    Clock clock;

    @Autowired
    SamplePortfolio portfolio;

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
    void aSecondStartAddsNothing() {
        int before = texts("select pilot_key from pilot").size();

        portfolio.fill();

        assertThat(texts("select pilot_key from pilot")).hasSize(before);
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
}
