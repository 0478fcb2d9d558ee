package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pilotage.notification.NotificationManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a job that cannot succeed. */
@PilotageTest
class FailedJobsTests {

    @Autowired
    Cases cases;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NotificationManagement notifications;

    @Test
    void jobIsTriedAgainLaterAndThenSomebodyIsTold() {
        String key = cases.standingIn(Phase.DISCOVERY, Cases.LOW);
        Job job = timer(key);
        poison(job);

        for (Duration pause : List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30))) {
            assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();
            Job again = again(job);
            assertThat(again.getRetries()).isPositive();
            assertThat(again.getDuedate()).isCloseTo(Date.from(time.now().plus(pause)), 30_000);
            assertThat(mails(key)).isEmpty();
        }
        assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();

        assertThat(again(job).getRetries()).isZero();
        assertThat(runtime.createIncidentQuery().configuration(job.getId()).count())
                .isOne();
        assertThat(mails(key)).contains("process-admin", "portfolio-office");
        management.deleteJob(job.getId());
    }

    /** The job names a deployed element that is not there. */
    private void poison(Job job) {
        jdbc.sql("update ACT_RU_JOB set HANDLER_CFG_ = 'gone' where ID_ = ?")
                .param(job.getId())
                .update();
    }

    private Job timer(String key) {
        String instance = jdbc.sql("select process_instance_id from task_deadline where pilot_key = ? limit 1")
                .param(key)
                .query(String.class)
                .single();
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .list()
                .get(0);
    }

    private Job again(Job job) {
        return management.createJobQuery().jobId(job.getId()).singleResult();
    }

    private List<String> mails(String key) {
        return notifications.mails(PageRequest.of(0, 200)).getContent().stream()
                .filter(mail -> mail.kind().equals("incident") && key.equals(mail.pilotKey()))
                .map(mail -> mail.recipient())
                .toList();
    }
}
