package io.pilotage.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.runtime.JobQuery;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves the engine's clock and runs what falls due on the way, in order of its due date and each at its own moment, as
 * if the time had really passed. No job executor runs in tests: nothing happens by itself.
 */
@TestComponent
public class TimeMachine implements PassingTime {

    private static final int ENDLESS = 10_000;

    private final ManagementService management;
    private final IdentityService identity;
    private final JdbcClient jdbc;

    TimeMachine(ManagementService management, IdentityService identity, JdbcClient jdbc) {
        this.management = management;
        this.identity = identity;
        this.jdbc = jdbc;
    }

    @Override
    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public void runDueJobs() {
        moveBy(Duration.ZERO);
    }

    @Override
    public void moveBy(Duration duration) {
        moveTo(now().plus(duration));
    }

    /** Lets the time pass until the given moment; a job that fails fails the test. */
    public void moveTo(Instant moment) {
        asTheEngine(() -> {
            for (int ran = 0; ; ran++) {
                List<Job> next = nextUntil(moment);
                if (next.isEmpty()) {
                    break;
                }
                if (ran > ENDLESS) {
                    throw new IllegalStateException("Jobs without end, the last one: " + next);
                }
                Date due = next.get(0).getDuedate();
                if (due != null && due.toInstant().isAfter(now())) {
                    set(due.toInstant());
                }
                management.executeJob(next.get(0).getId());
            }
            return null;
        });
        if (moment.isAfter(now())) {
            set(moment);
        }
    }

    void reset() {
        ClockUtil.reset();
        jdbc.sql("delete from ACT_RU_JOB where PROCESS_INSTANCE_ID_ is not null")
                .update();
    }

    private List<Job> nextUntil(Instant moment) {
        List<Job> waiting = jobs().messages().listPage(0, 1);
        return waiting.isEmpty()
                ? jobs().timers()
                        .duedateLowerThan(Date.from(moment.plusMillis(1)))
                        .orderByJobDuedate()
                        .asc()
                        .listPage(0, 1)
                : waiting;
    }

    private JobQuery jobs() {
        return management.createJobQuery().active().withRetriesLeft();
    }

    private void set(Instant moment) {
        ClockUtil.offset(moment.toEpochMilli() - System.currentTimeMillis());
    }

    private void asTheEngine(Supplier<?> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
