package io.pilotage.workflow;

import java.util.List;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.exception.NullValueException;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cmd.UnlockJobCmd;
import org.operaton.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When a node is stopped, the jobs that it works on are finished and those that it only holds are given back, so that
 * another node takes them at once.
 */
@Component
class JobHandover implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobHandover.class);

    private static final int LOOKS = 5;

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private boolean running;

    JobHandover(ProcessEngine engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    @Override
    public void start() {
        running = true;
    }

    /** No further job is taken from the moment on at which the stop begins. */
    @EventListener(ContextClosedEvent.class)
    void takeNoMore() {
        executor().shutdown();
    }

    /** After the threads that work on jobs have ended: their pool belongs to an earlier phase of the stop. */
    @Override
    public void stop() {
        running = false;
        int given = 0;
        List<String> held = held();
        for (int look = 0; look < LOOKS && !held.isEmpty(); look++) {
            given += (int) held.stream().filter(this::giveBack).count();
            held = held();
        }
        LOG.info("Jobs given back to other nodes: {}", given);
        if (!held.isEmpty()) {
            LOG.warn("Jobs that other nodes take only when their lock has expired: {}", held);
        }
    }

    private List<String> held() {
        return jdbc.sql("select ID_ from ACT_RU_JOB where LOCK_OWNER_ = ?")
                .param(executor().getLockOwner())
                .query(String.class)
                .list();
    }

    /** One that changes in this very moment is looked at again: it may just be done. */
    private boolean giveBack(String job) {
        try {
            configuration().getCommandExecutorTxRequired().execute(new UnlockJobCmd(job));
            return true;
        } catch (OptimisticLockingException | NullValueException changed) {
            return false;
        }
    }

    private JobExecutor executor() {
        return configuration().getJobExecutor();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
