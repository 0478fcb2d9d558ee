package io.pilotage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.HistoryService;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.history.HistoricActivityInstance;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.springframework.beans.factory.annotation.Autowired;

/** Time passes for the cases as it would outside of a test. */
@PilotageTest
class TimeMachineTests {

    @Autowired
    TimeMachine time;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    private String deployment;

    @BeforeEach
    void deploy() {
        var reminders = Bpmn.createExecutableProcess("timeMachine")
                .operatonHistoryTimeToLiveString("P1D")
                .startEvent()
                .intermediateCatchEvent("afterADay")
                .timerWithDuration("P1D")
                .intermediateCatchEvent("afterAWeek")
                .timerWithDuration("P7D")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("timeMachine.bpmn", reminders)
                .deploy()
                .getId();
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void runsWhatFallsDueOnTheWayAtItsOwnMoment() {
        Instant begin = time.now();
        String instance = runtime.startProcessInstanceByKey("timeMachine").getId();

        time.moveBy(Duration.ofDays(30));

        List<HistoricActivityInstance> waits = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("intermediateTimer")
                .orderByHistoricActivityInstanceEndTime()
                .asc()
                .list();
        assertThat(waits)
                .extracting(wait -> daysAfter(begin, wait.getEndTime().toInstant()))
                .containsExactly(1L, 8L);
        assertThat(daysAfter(begin, time.now())).isEqualTo(30);
    }

    @Test
    void leavesAloneWhatIsNotDue() {
        String instance = runtime.startProcessInstanceByKey("timeMachine").getId();

        time.moveBy(Duration.ofDays(2));

        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("afterAWeek");
    }

    private static long daysAfter(Instant begin, Instant moment) {
        return Math.round(Duration.between(begin, moment).toMinutes() / 1440.0);
    }
}
