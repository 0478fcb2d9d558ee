package io.pilotage.operations.process;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds cases under way that nobody and nothing will ever move: no task is open and no timer or other job waits. */
@Repository
public class StandingCases {

    private static final String NOTHING_OPEN = """
            select p.pilot_key, p.title, p.phase_since from pilot p
            where p.status in ('ACTIVE', 'VISITED', 'UNMEASURED', 'SUSPENDED')
                and not exists (select 1 from inbox_task t where t.pilot_key = p.pilot_key)
                and not exists (select 1 from ACT_RU_EXECUTION e
                    join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = e.PROC_INST_ID_
                    where e.BUSINESS_KEY_ = p.pilot_key)
            order by p.phase_since, p.pilot_key limit ?""";

    private final JdbcClient jdbc;

    StandingCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases with nothing open, those that entered their phase first to the front. */
    public List<StandingCase> list(int most) {
        return jdbc.sql(NOTHING_OPEN)
                .param(most)
                .query((row, number) -> new StandingCase(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }
}
