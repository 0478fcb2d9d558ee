package io.pilotage.portfolio;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How pilots of one quarter fared, and how long everybody waits for whom. */
@Repository
class PaceFigures {

    /** Waits that ended in this time count, so that the cost does not grow with the years. */
    static final Duration LATELY = Duration.ofDays(90);

    private static final int QUARTERS = 6;
    private static final String PASSED = "g.outcome in ('GO','GO_CONDITIONAL')";

    private final JdbcClient jdbc;
    private final Clock clock;

    PaceFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest quarters in which a pilot passed gate G1, newest first. */
    List<Cohort> cohorts() {
        return jdbc.sql("select year(c.passed_at), quarter(c.passed_at), count(*),"
                        + " sum(case when p.phase = 'ADOPTION_MEASUREMENT' then 1 else 0 end),"
                        + " sum(case when p.status = 'ADOPTED' or exists (select 1 from gate_decision g"
                        + " where g.pilot_key = p.pilot_key and g.gate = 'G6' and " + PASSED + ") then 1 else 0 end)"
                        + " from (select g.pilot_key, min(g.decided_at) as passed_at from gate_decision g"
                        + " where g.gate = 'G1' and " + PASSED + " group by g.pilot_key) c"
                        + " join pilot p on p.pilot_key = c.pilot_key"
                        + " group by year(c.passed_at), quarter(c.passed_at) order by 1 desc, 2 desc limit "
                        + QUARTERS)
                .query((row, number) -> new Cohort(
                        new Quarter(row.getInt(1), row.getInt(2)), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** By role, longest median first. */
    List<WaitedFor> waits() {
        Map<String, Long> open = new HashMap<>();
        jdbc.sql("select role_group, count(*) from inbox_task group by role_group")
                .query((ResultSet row) -> {
                    open.put(row.getString(1), row.getLong(2));
                });
        List<WaitedFor> waits = new ArrayList<>(jdbc.sql("select role_group,"
                        + " max(case when nr = floor(n / 2) + 1 then days end),"
                        + " max(case when nr = floor(n * 9 / 10) + 1 then days end) from (select role_group, days,"
                        + " row_number() over (partition by role_group order by days) as nr,"
                        + " count(*) over (partition by role_group) as n from (select role_group,"
                        + " timestampdiff(second, opened_at, ended_at) / 86400.0 as days from waited_task"
                        + " where ended_at >= ?) t) r group by role_group")
                .param(ImportRuns.utc(clock.instant().minus(LATELY)))
                .query((row, number) -> {
                    Long now = open.remove(row.getString(1));
                    return new WaitedFor(row.getString(1), now == null ? 0 : now, row.getDouble(2), row.getDouble(3));
                })
                .list());
        open.forEach((role, tasks) -> waits.add(new WaitedFor(role, tasks, null, null)));
        waits.sort(Comparator.comparing(PaceFigures::median)
                .thenComparing(WaitedFor::open)
                .reversed());
        return List.copyOf(waits);
    }

    private static double median(WaitedFor wait) {
        @Nullable Double days = wait.medianDays();
        return days == null ? -1 : days;
    }
}
