package io.pilotage.portfolio;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers of the portfolio, each counted by the database along an index. */
@Repository
public class PortfolioFigures {

    private final JdbcClient jdbc;
    private final SlowFigures slow;
    private final Clock clock;

    PortfolioFigures(JdbcClient jdbc, SlowFigures slow, Clock clock) {
        this.jdbc = jdbc;
        this.slow = slow;
        this.clock = clock;
    }

    /** A number of something by name, for example of overdue tasks by role. */
    public record Share(String name, long count) {}

    /** Overdue tasks of one role. @param level the highest level reached, as in {@link LateTask} */
    public record LateShare(String role, long tasks, int level) {}

    /** How many open pilots have somebody who answers for a role. */
    public record AnswerShare(String role, long accepted, long named, long vacant) {}

    /** The funnel over all pilots of the filter's unit and tier. */
    public Funnel funnel(PortfolioFilter filter) {
        Conditions scope = Conditions.scope(filter, clock.instant());
        long[] standing = new long[Phase.values().length];
        long[] here = new long[Phase.values().length];
        jdbc.sql("select p.phase, p.status, count(*) from pilot p" + scope.where() + " group by p.phase, p.status")
                .params(scope.parameters())
                .query((ResultSet row) -> {
                    int phase = Phase.valueOf(row.getString(1)).ordinal();
                    standing[phase] += row.getLong(3);
                    if (!PilotStatus.valueOf(row.getString(2)).isFinal()) {
                        here[phase] += row.getLong(3);
                    }
                });
        long adopted = adopted(scope);
        SlowFigures.Days[] days = slow.days();
        List<Funnel.Step> steps = new ArrayList<>();
        long further = 0;
        long open = 0;
        for (int i = Phase.values().length - 1; i >= 0; i--) {
            long passed = i == Phase.ADOPTION_MEASUREMENT.ordinal() ? adopted : further;
            further += standing[i];
            open += here[i];
            steps.add(
                    0, new Funnel.Step(Phase.values()[i], further, here[i], passed, days[i].median(), days[i].slow()));
        }
        return new Funnel(List.copyOf(steps), further, open, adopted);
    }

    /** Overdue tasks by role, most first. */
    public List<LateShare> lateByRole() {
        return jdbc.sql("select coalesce(d.role_group, i.role_group, '') as role_group, count(*) as n, max(d.level)"
                        + " from task_deadline d left join inbox_task i on i.pilot_key = d.pilot_key"
                        + " and i.process_instance_id = d.process_instance_id and i.task_id = d.task_id"
                        + " and i.role_group = coalesce(d.role_group, i.role_group)"
                        + " where d.closed_at is null and d.due_at < ? and d.paused_at is null"
                        + " group by coalesce(d.role_group, i.role_group, '') order by n desc")
                .param(ImportRuns.utc(clock.instant()))
                .query((row, number) -> new LateShare(row.getString(1), row.getLong(2), row.getInt(3)))
                .list();
    }

    /** Why pilots stalled, by the taxonomy (R5). */
    public List<Share> stallReasons() {
        return shares("select stall_reason, count(*) as n from pilot where stall_reason is not null"
                + " group by stall_reason order by n desc");
    }

    /** What open tasks wait for, by the same taxonomy. */
    public List<Share> waitingReasons() {
        return shares("select upper(reason), count(distinct pilot_key) as n from task_wait where until is null"
                + " group by reason order by n desc");
    }

    public List<AnswerShare> answers() {
        return slow.answers();
    }

    /** Pilots that were sent back at a gate at least once. */
    public long reworked() {
        return slow.reworked();
    }

    /** The latest quarters in which pilots were chartered, newest first. */
    public List<Cohort> cohorts() {
        return slow.cohorts();
    }

    /** How long pilots wait for each role, longest first. */
    public List<WaitedFor> waits() {
        return slow.waits();
    }

    private long adopted(Conditions scope) {
        Long marked = jdbc.sql("select count(*) from pilot p" + scope.where("p.status = 'ADOPTED'"))
                .params(scope.parameters())
                .query(Long.class)
                .single();
        Long since = jdbc.sql("select count(distinct g.pilot_key) from gate_decision g join pilot p"
                        + " on p.pilot_key = g.pilot_key"
                        + scope.where("g.gate = 'G6' and g.outcome in ('GO','GO_CONDITIONAL')"
                                + " and p.status <> 'ADOPTED'"))
                .params(scope.parameters())
                .query(Long.class)
                .single();
        return marked + since;
    }

    private List<Share> shares(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> new Share(row.getString(1), row.getLong(2)))
                .list();
    }
}
