package io.pilotage.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deadlines of human tasks, open and past, in the engine's transaction. */
@Repository
class DeadlineBook {

    private static final String OPEN =
            "select * from task_deadline where process_instance_id = ? and task_id = ? and closed_at is null";

    private final JdbcClient jdbc;

    DeadlineBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(Deadline deadline) {
        Deadline.Steps steps = deadline.steps();
        jdbc.sql("insert into task_deadline (id, process_instance_id, execution_id, pilot_key, process_id, task_id,"
                        + " role_group, region, opened_at, reminder_at, due_at, deputy_at, function_head_at, chair_at,"
                        + " silence_at, function_head_group, level) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0)")
                .params(
                        deadline.id(),
                        deadline.processInstanceId(),
                        deadline.executionId(),
                        deadline.pilotKey(),
                        deadline.processId(),
                        deadline.taskId(),
                        deadline.roleGroup(),
                        deadline.region(),
                        utc(deadline.openedAt()),
                        utc(steps.reminder()),
                        utc(steps.due()),
                        utc(steps.deputy()),
                        utc(steps.functionHead()),
                        utc(steps.chair()),
                        utc(steps.silence()),
                        deadline.functionHeadGroup())
                .update();
    }

    Optional<Deadline> find(String processInstanceId, String taskId) {
        return jdbc
                .sql(OPEN + " order by opened_at desc")
                .params(processInstanceId, taskId)
                .query(DeadlineBook::read)
                .list()
                .stream()
                .findFirst();
    }

    Optional<Deadline> findByExecution(String executionId) {
        return jdbc.sql("select * from task_deadline where execution_id = ? and closed_at is null")
                .param(executionId)
                .query(DeadlineBook::read)
                .optional();
    }

    List<Deadline> openOf(String pilotKey) {
        return jdbc.sql("select * from task_deadline where pilot_key = ? and closed_at is null order by due_at")
                .param(pilotKey)
                .query(DeadlineBook::read)
                .list();
    }

    /** Level in the escalation's own words: 0 reminder or earlier, 1 deputy, 2 function head, 3 chair and later. */
    int levelOf(String processInstanceId, String taskId) {
        return find(processInstanceId, taskId)
                .map(d -> Math.max(0, d.level() - 1))
                .orElse(0);
    }

    void reached(String id, int level, Instant at) {
        jdbc.sql("update task_deadline set level = ?, level_at = ? where id = ?")
                .params(level, utc(at), id)
                .update();
    }

    void close(String processInstanceId, String taskId, Instant at) {
        jdbc.sql("update task_deadline set closed_at = ? where process_instance_id = ? and task_id = ?"
                        + " and closed_at is null")
                .params(utc(at), processInstanceId, taskId)
                .update();
    }

    void pause(String id, Instant at) {
        jdbc.sql("update task_deadline set paused_at = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    void resume(String id, Deadline.Steps steps) {
        jdbc.sql("update task_deadline set paused_at = null, reminder_at = ?, due_at = ?, deputy_at = ?,"
                        + " function_head_at = ?, chair_at = ?, silence_at = ? where id = ?")
                .params(
                        utc(steps.reminder()),
                        utc(steps.due()),
                        utc(steps.deputy()),
                        utc(steps.functionHead()),
                        utc(steps.chair()),
                        utc(steps.silence()),
                        id)
                .update();
    }

    private static Deadline read(ResultSet row, int number) throws SQLException {
        return new Deadline(
                row.getString("id"),
                row.getString("process_instance_id"),
                row.getString("execution_id"),
                row.getString("pilot_key"),
                row.getString("process_id"),
                row.getString("task_id"),
                row.getString("role_group"),
                row.getString("region"),
                instantOf(row, "opened_at"),
                new Deadline.Steps(
                        instantOf(row, "reminder_at"),
                        instantOf(row, "due_at"),
                        instantOf(row, "deputy_at"),
                        instantOf(row, "function_head_at"),
                        instantOf(row, "chair_at"),
                        instant(row, "silence_at")),
                row.getString("function_head_group"),
                row.getInt("level"),
                instant(row, "level_at"),
                instant(row, "paused_at"),
                instant(row, "closed_at"));
    }

    private static Instant instantOf(ResultSet row, String column) throws SQLException {
        return java.util.Objects.requireNonNull(instant(row, column), column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
