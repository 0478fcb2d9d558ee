package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.notification.NotificationManagement;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** Each level of an escalation: who may act, who is told, what is noted; and that nothing is decided by it. */
@PilotageTest
class EscalationTests {

    private static final String TASK = "acceptAccountability";

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    DeadlineBook book;

    @Autowired
    ProcessEngine engine;

    @Autowired
    AccountabilityManagement accountabilities;

    @Autowired
    NotificationManagement notifications;

    @Autowired
    Trail trail;

    private String pilot = "";
    private Deadline.Steps steps = new Deadline.Steps(
            java.time.Instant.EPOCH,
            java.time.Instant.EPOCH,
            java.time.Instant.EPOCH,
            java.time.Instant.EPOCH,
            java.time.Instant.EPOCH,
            null);

    @BeforeEach
    void aTaskWaits() {
        pilot = cases.propose(Cases.LOW, Map.of());
        accountabilities.name(
                pilot, "decision-owner", "decision-owner", "decision-owner-2", "function-head", "portfolio-office");
        Task task = cases.anyTask(pilot, TASK);
        steps = book.find(task.getProcessInstanceId(), TASK).orElseThrow().steps();
        assertThat(task.getDueDate().toInstant())
                .isEqualTo(steps.due().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    }

    @Test
    void theStepsComeInOrder() {
        assertThat(steps.levels()).isSorted();
        assertThat(steps.due()).isBetween(steps.reminder(), steps.deputy());
    }

    @Test
    void beforeTheReminderNothingHappens() {
        time.moveTo(steps.reminder().minusSeconds(60));
        assertThat(levels()).isEmpty();
    }

    @Test
    void theAccountablePersonIsReminded() {
        time.moveTo(steps.reminder().plusSeconds(60));
        assertThat(levels()).containsExactly("L0");
        assertThat(notifications.mailsTo("decision-owner", PageRequest.of(0, 50)))
                .anyMatch(mail -> pilot.equals(mail.pilotKey()));
    }

    @Test
    void theDeputyMayActThen() {
        time.moveTo(steps.deputy().plusSeconds(60));
        assertThat(levels()).containsExactly("L1", "L0");
        assertThat(candidates()).contains("decision-owner-2");
    }

    @Test
    void theSuperiorHasTheTaskThen() {
        time.moveTo(steps.functionHead().plusSeconds(60));
        assertThat(levels()).containsExactly("L2", "L1", "L0");
        assertThat(cases.anyTask(pilot, TASK).getAssignee()).isEqualTo("function-head");
        cases.complete(pilot, TASK, "function-head", Map.of("decision", "accept"));
        assertThat(cases.open(pilot)).doesNotContain(TASK);
    }

    @Test
    void theChairIsAskedAndStillNothingIsDecided() {
        time.moveTo(steps.chair().plusSeconds(60));
        assertThat(levels()).containsExactly("L3", "L2", "L1", "L0");
        assertThat(cases.open(pilot)).containsExactly(TASK);
        time.moveBy(Duration.ofDays(15));
        assertThat(cases.open(pilot)).containsExactly(TASK);
        assertThat(levels().get(0)).isEqualTo("L3");
        assertThat(levels().size()).isGreaterThan(4);
    }

    @Test
    void aSleepThroughAllLevelsMakesUpForEach() {
        engine.getManagementService()
                .createJobQuery()
                .processInstanceId(cases.anyTask(pilot, TASK).getProcessInstanceId())
                .list()
                .forEach(job -> engine.getManagementService()
                        .setJobDuedate(
                                job.getId(), java.util.Date.from(steps.chair().plusSeconds(60))));
        time.moveTo(steps.chair().plusSeconds(120));
        assertThat(levels()).containsExactlyInAnyOrder("L0", "L1", "L2", "L3");
    }

    @Test
    void aCompletedTaskEscalatesNoMore() {
        cases.complete(pilot, TASK, "decision-owner", Map.of("decision", "accept"));
        time.moveTo(steps.deputy().plusSeconds(60));
        assertThat(trail.of(pilot, TrailFilter.ALL.ofKinds("escalated").at(TASK), PageRequest.of(0, 20)))
                .isEmpty();
    }

    private List<String> levels() {
        return trail.of(pilot, TrailFilter.ALL.ofKinds("escalated").at(TASK), PageRequest.of(0, 20))
                .map(entry -> String.valueOf(entry.entry().arguments().get("level")))
                .toList();
    }

    private List<String> candidates() {
        return engine
                .getTaskService()
                .getIdentityLinksForTask(cases.anyTask(pilot, TASK).getId())
                .stream()
                .map(IdentityLink::getUserId)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
