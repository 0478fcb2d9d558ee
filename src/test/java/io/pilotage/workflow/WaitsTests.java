package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.pilot.StallReason;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** "Waiting for": the clock stands, carries on where it stood, and only for those who may. */
@PilotageTest
class WaitsTests {

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    Waits waits;

    @Autowired
    Inbox inbox;

    @Autowired
    DeadlineBook book;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    ManagementService management;

    @Autowired
    Trail trail;

    private String pilot = "";

    @BeforeEach
    void proposed() {
        pilot = cases.propose(Cases.LOW, Map.of());
    }

    @Test
    void everyStepAheadMovesByTheBusinessTimeWaited() {
        Deadline before = deadline();
        waitFor("decision-owner");
        Instant since = time.now();
        time.moveBy(Duration.ofDays(9));
        waits.end(task().engineTaskId(), "decision-owner");
        Duration waited = calendar.between(since, time.now(), "DE");
        assertThat(waited).isPositive();
        Deadline after = deadline();
        for (int step = 0; step < before.steps().levels().size(); step++) {
            Instant old = before.steps().levels().get(step);
            assertThat(calendar.between(old, after.steps().levels().get(step), "DE"))
                    .isCloseTo(waited, Duration.ofMinutes(1));
        }
        assertThat(after.isPaused()).isFalse();
        assertThat(timer().isSuspended()).isFalse();
        assertThat(timer().getDuedate().toInstant())
                .isCloseTo(after.steps().reminder(), org.assertj.core.api.Assertions.within(Duration.ofSeconds(1)));
        Instant due = after.steps().due();
        assertThat(task().due()).isEqualTo(due);
        assertThat(cases.anyTask(pilot, "acceptAccountability").getDueDate().toInstant())
                .isCloseTo(due, org.assertj.core.api.Assertions.within(Duration.ofSeconds(1)));
    }

    @Test
    void nothingEscalatesWhileItWaits() {
        waitFor("decision-owner");
        assertThat(timer().isSuspended()).isTrue();
        time.moveBy(Duration.ofDays(90));
        assertThat(deadline().level()).isZero();
        assertThat(cases.open(pilot)).containsExactly("acceptAccountability");
        assertThat(kinds()).contains("waiting").doesNotContain("escalated");
    }

    @Test
    void escalationGoesOnWhereItStood() {
        time.moveTo(deadline().steps().deputy().plusSeconds(1));
        int reached = deadline().level();
        assertThat(reached).isEqualTo(2);
        waitFor("decision-owner");
        time.moveBy(Duration.ofDays(60));
        waits.end(task().engineTaskId(), "decision-owner");
        assertThat(deadline().level()).isEqualTo(reached);
        time.runDueJobs();
        assertThat(deadline().level()).isEqualTo(reached);
        time.moveTo(deadline().steps().functionHead().plusSeconds(1));
        assertThat(deadline().level()).isEqualTo(3);
        assertThat(kinds()).contains("waiting", "carriedOn", "escalated");
    }

    @Test
    void completedTaskEndsItsWait() {
        waitFor("decision-owner");
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThat(cases.open(pilot)).containsExactly("decideCharter");
        assertThat(waits.clockOf(task()).orElseThrow().waiting()).isNull();
    }

    @Test
    void waitIsToldToWhoeverLooks() {
        waitFor("decision-owner");
        TaskClock clock = waits.clockOf(task()).orElseThrow();
        assertThat(clock.waiting()).isNotNull();
        assertThat(clock.waiting().forWhom()).isEqualTo("the works council");
        assertThat(clock.nextAt()).isNull();
        assertThat(clock.nextLevel()).isNull();
    }

    @Test
    void somebodyOfTheRoleMayStopTheClockAndNobodyElse() {
        assertThatThrownBy(() -> waitFor("finance-partner"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("workflow.wait.notYours");
        waitFor("decision-owner-2");
        assertThat(deadline().isPaused()).isTrue();
    }

    @Test
    void whatIsUnclearIsRefused() {
        String task = task().engineTaskId();
        assertThatThrownBy(() -> waits.end(task, "decision-owner")).hasMessageContaining("workflow.wait.not");
        assertThatThrownBy(() -> waits.start(task, "boredom", "nobody", null, "decision-owner"))
                .hasMessageContaining("workflow.wait.incomplete");
        assertThatThrownBy(() -> waits.start(task, "data", " ", null, "decision-owner"))
                .hasMessageContaining("workflow.wait.incomplete");
        assertThatThrownBy(() -> waits.start(task, "data", "x".repeat(201), null, "decision-owner"))
                .hasMessageContaining("site.input.tooLong");
        assertThatThrownBy(() -> waits.start("no-such-task", "data", "x", null, "decision-owner"))
                .hasMessageContaining("workflow.task.gone");
        waitFor("decision-owner");
        assertThatThrownBy(() -> waitFor("decision-owner")).hasMessageContaining("workflow.wait.already");
    }

    @Test
    void reasonsAreThoseOfTheTaxonomy() {
        assertThat(Waits.REASONS)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(StallReason.values())
                        .map(StallReason::code)
                        .toList());
    }

    private void waitFor(String person) {
        waits.start(task().engineTaskId(), "coordination", "the works council", "They meet monthly.", person);
    }

    private OpenTask task() {
        return inbox.of(pilot).get(0);
    }

    private Deadline deadline() {
        OpenTask task = task();
        return book.find(task.processInstanceId(), task.taskId()).orElseThrow();
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(task().processInstanceId())
                .activityId("acceptAccountabilityDeadline")
                .singleResult();
    }

    private List<String> kinds() {
        return trail.of(pilot, TrailFilter.ALL, PageRequest.of(0, 50)).stream()
                .map(entry -> entry.entry().kind())
                .toList();
    }
}
