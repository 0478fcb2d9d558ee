package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Phase;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a node that stops does with jobs that it holds and that change in the very moment. */
@PilotageTest
class JobHandoverTests {

    @Autowired
    JobHandover handover;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void jobThatChangesMeanwhileIsGivenBackAndSoAreTheOthers() {
        String changing = held(cases.standingIn(Phase.DISCOVERY, Cases.LOW));
        String other = held(cases.standingIn(Phase.DISCOVERY, Cases.LOW));
        CompletableFuture<Void> stop = new CompletableFuture<>();
        transactions.executeWithoutResult(running -> {
            jdbc.sql("update ACT_RU_JOB set REV_ = REV_ + 1 where ID_ = ?")
                    .param(changing)
                    .update();
            stop.completeAsync(() -> {
                handover.stop();
                return null;
            });
            Awaitility.await().until(this::somebodyWaits);
        });
        stop.join();
        handover.start();
        assertThat(jdbc.sql("select count(*) from ACT_RU_JOB where ID_ in (?, ?) and LOCK_OWNER_ is not null")
                        .params(changing, other)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** A timer of the pilot's tasks, as if this node had taken it. */
    private String held(String pilot) {
        String instance = jdbc.sql("select process_instance_id from task_deadline where pilot_key = ? limit 1")
                .param(pilot)
                .query(String.class)
                .single();
        String job = management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .list()
                .get(0)
                .getId();
        jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = ?, LOCK_EXP_TIME_ = now() where ID_ = ?")
                .params(
                        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                                .getJobExecutor()
                                .getLockOwner(),
                        job)
                .update();
        return job;
    }
}
