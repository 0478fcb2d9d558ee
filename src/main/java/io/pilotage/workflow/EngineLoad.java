package io.pilotage.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the engine has to do by itself and what it stumbles over, counted in one statement of the kind that its own job
 * executor asks every few seconds anyway; the engine offers no such figures.
 */
@Repository
public class EngineLoad {

    private static final String JOBS = """
            select sum(case when RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and (DUEDATE_ is null or DUEDATE_ <= ?)
                    and LOCK_OWNER_ is null then 1 else 0 end),
                sum(case when LOCK_OWNER_ is not null and LOCK_EXP_TIME_ > ? then 1 else 0 end),
                sum(case when RETRIES_ > 0 and (EXCEPTION_MSG_ is not null or EXCEPTION_STACK_ID_ is not null)
                    then 1 else 0 end),
                sum(case when RETRIES_ = 0 then 1 else 0 end)
            from ACT_RU_JOB""";

    private final JdbcClient jdbc;

    EngineLoad(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Jobs of the engine.
     *
     * @param due would run now, if a node took them
     * @param locked being run by a node
     * @param failing went wrong and will be tried again
     * @param failed given up: each is an incident, and somebody must act
     */
    public record Jobs(long due, long locked, long failing, long failed) {}

    public Jobs jobs(Instant now) {
        Date at = Timestamp.from(now);
        return jdbc.sql(JOBS)
                .params(at, at)
                .query((row, number) -> new Jobs(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    /** Incidents that are open. */
    public long incidents() {
        return jdbc.sql("select count(*) from ACT_RU_INCIDENT")
                .query(Long.class)
                .single();
    }
}
