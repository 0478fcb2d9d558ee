package io.pilotage.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much waits for people and for how long, counted from our own read models for those who watch the product. */
@Repository
public class OpenWork {

    private static final String BY_AGE = """
            select role_group, sum(case when opened_at >= ? then 1 else 0 end),
                sum(case when opened_at >= ? then 1 else 0 end), sum(case when opened_at >= ? then 1 else 0 end), count(*)
            from inbox_task group by role_group""";

    private static final String OVERDUE = """
            select level, count(*) from task_deadline
            where closed_at is null and paused_at is null and due_at < ? group by level""";

    private static final String UNANSWERED = """
            select d.pilot_key, d.task_id, d.chair_at,
                (select min(i.role_group) from inbox_task i
                    where i.process_instance_id = d.process_instance_id and i.task_id = d.task_id) role_group
            from task_deadline d
            where d.closed_at is null and d.paused_at is null and d.due_at < ? and d.chair_at < ?
            order by d.chair_at limit ?""";

    private final JdbcClient jdbc;

    OpenWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How long a task has been open. */
    public enum Age {
        UP_TO_A_DAY(Duration.ofDays(1)),
        UP_TO_A_WEEK(Duration.ofDays(7)),
        UP_TO_A_MONTH(Duration.ofDays(30)),
        OLDER(Duration.ofDays(36_500));

        private final Duration most;

        Age(Duration most) {
            this.most = most;
        }
    }

    /** How many tasks of one age wait for a role. */
    public record Waiting(String role, Age age, long tasks) {}

    /** A task about which everybody up to the chair was told, the chair even twice, and still nobody acted. */
    public record Unanswered(String pilotKey, String taskId, String role, Instant chairSince) {}

    /** Open tasks by role and age; what is not listed is none. */
    public List<Waiting> byRoleAndAge(Instant now) {
        List<Waiting> waiting = new ArrayList<>();
        jdbc.sql(BY_AGE)
                .params(since(now, Age.UP_TO_A_DAY), since(now, Age.UP_TO_A_WEEK), since(now, Age.UP_TO_A_MONTH))
                .query((ResultSet row) -> {
                    long younger = 0;
                    for (Age age : Age.values()) {
                        long upToHere = row.getLong(age.ordinal() + 2);
                        waiting.add(new Waiting(row.getString(1), age, upToHere - younger));
                        younger = upToHere;
                    }
                });
        return waiting;
    }

    /** Tasks past their due date by the level they reached, {@code L0} to {@code L3}; those that wait are not counted. */
    public Map<String, Long> overdueByLevel(Instant now) {
        Map<String, Long> overdue = new TreeMap<>(Map.of("L0", 0L, "L1", 0L, "L2", 0L, "L3", 0L));
        jdbc.sql(OVERDUE).param(utc(now)).query((ResultSet row) -> {
            overdue.merge("L" + Math.max(0, Math.min(row.getInt(1) - 1, 3)), row.getLong(2), Long::sum);
        });
        return overdue;
    }

    /** The tasks nobody acts on although the chair was asked a week ago or earlier, longest first. */
    public List<Unanswered> unanswered(Instant now, int most) {
        return jdbc.sql(UNANSWERED)
                .params(utc(now), utc(now.minus(Deadline.NUDGE)), most)
                .query(OpenWork::unanswered)
                .list();
    }

    private static Unanswered unanswered(ResultSet row, int number) throws SQLException {
        return new Unanswered(
                row.getString("pilot_key"),
                row.getString("task_id"),
                Objects.requireNonNullElse(row.getString("role_group"), ""),
                row.getObject("chair_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime since(Instant now, Age age) {
        return utc(now.minus(age.most));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
