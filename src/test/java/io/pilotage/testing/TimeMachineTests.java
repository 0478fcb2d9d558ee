package io.pilotage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.history.HistoricActivityInstance;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Time passes for the cases as it would outside of a test; tried on a bare engine with a model of its own. */
class TimeMachineTests {

    private static ProcessEngine engine;
    private static TimeMachine time;

    @BeforeAll
    static void startEngine() {
        String database = MySqlServer.shared().freshDatabase();
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setProcessEngineName("timeMachine")
                .setJdbcDriver("com.mysql.cj.jdbc.Driver")
                .setJdbcUrl(database)
                .setJdbcUsername("root")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        time = new TimeMachine(
                engine.getManagementService(),
                engine.getIdentityService(),
                JdbcClient.create(new DriverManagerDataSource(database, "root", "")));
        var reminders = Bpmn.createExecutableProcess("reminders")
                .operatonHistoryTimeToLiveString("P1D")
                .startEvent()
                .intermediateCatchEvent("afterADay")
                .timerWithDuration("P1D")
                .intermediateCatchEvent("afterAWeek")
                .timerWithDuration("P7D")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("reminders.bpmn", reminders)
                .deploy();
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @AfterEach
    void reset() {
        time.reset();
    }

    @Test
    void runsWhatFallsDueOnTheWayAtItsOwnMoment() {
        Instant begin = time.now();
        String instance = start();

        time.moveBy(Duration.ofDays(30));

        List<HistoricActivityInstance> waits = engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
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
        String instance = start();

        time.moveBy(Duration.ofDays(2));

        assertThat(engine.getRuntimeService().getActiveActivityIds(instance)).containsExactly("afterAWeek");
    }

    @Test
    void forgetsTheTimersOfOpenCasesAfterwards() {
        start();

        time.reset();

        assertThat(engine.getManagementService().createJobQuery().timers().count())
                .isZero();
    }

    private static String start() {
        return engine.getRuntimeService().startProcessInstanceByKey("reminders").getId();
    }

    private static long daysAfter(Instant begin, Instant moment) {
        return Math.round(Duration.between(begin, moment).toMinutes() / 1440.0);
    }
}
