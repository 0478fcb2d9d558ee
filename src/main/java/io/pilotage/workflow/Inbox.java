package io.pilotage.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open human tasks as our own pages read them, so that no page ever queries the engine's task tables. */
@Repository
public class Inbox {

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void opened(OpenTask task) {
        jdbc.sql("insert into inbox_task (engine_task_id, process_instance_id, pilot_key, process_id, task_id,"
                        + " role_group, assignee, opened_at, due_at) values (?,?,?,?,?,?,?,?,?)")
                .params(
                        task.engineTaskId(),
                        task.processInstanceId(),
                        task.pilotKey(),
                        task.processId(),
                        task.taskId(),
                        task.role(),
                        task.assignee(),
                        utc(task.openedAt()),
                        task.due() == null ? null : utc(task.due()))
                .update();
    }

    /** @return whether this is news; the person who was named when the task opened is on the list already */
    boolean assigned(String engineTaskId, @Nullable String person) {
        return jdbc.sql("update inbox_task set assignee = ? where engine_task_id = ?"
                                + " and coalesce(assignee, '') <> coalesce(?, '')")
                        .params(person, engineTaskId, person)
                        .update()
                == 1;
    }

    /** Takes the task off the list and notes how long everybody waited for its role. */
    void closed(String engineTaskId, Instant at) {
        jdbc.sql("insert into waited_task (engine_task_id, pilot_key, role_group, opened_at, ended_at)"
                        + " select engine_task_id, pilot_key, role_group, opened_at, ? from inbox_task"
                        + " where engine_task_id = ?")
                .params(utc(at), engineTaskId)
                .update();
        jdbc.sql("delete from inbox_task where engine_task_id = ?")
                .param(engineTaskId)
                .update();
    }

    /** What is open on a case, most urgent first. */
    public List<OpenTask> of(String pilotKey) {
        return jdbc.sql("select * from inbox_task where pilot_key = ? order by due_at")
                .param(pilotKey)
                .query(Inbox::read)
                .list();
    }

    /** One open task by its engine id, or empty when it is done or unknown. */
    public Optional<OpenTask> find(String engineTaskId) {
        return jdbc.sql("select * from inbox_task where engine_task_id = ?")
                .param(engineTaskId)
                .query(Inbox::read)
                .optional();
    }

    /**
     * Lets nobody else end the task before this transaction is over: of two who hand it in at the same moment, the second
     * must not judge by what the first has half taken away.
     *
     * @throws OptimisticLockingFailureException when somebody has ended it meanwhile
     */
    void keepForMyself(String engineTaskId) {
        boolean open = jdbc.sql("select engine_task_id from inbox_task where engine_task_id = ? for update")
                .param(engineTaskId)
                .query(String.class)
                .optional()
                .isPresent();
        if (!open && hasEnded(engineTaskId)) {
            throw new OptimisticLockingFailureException("Task " + engineTaskId + " was ended meanwhile");
        }
    }

    /** Whether there was a task of this engine id that is done or was taken back. */
    boolean hasEnded(String engineTaskId) {
        return jdbc.sql("select count(*) from waited_task where engine_task_id = ?")
                        .param(engineTaskId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Engine ids of what is open at one user task of one process instance: several when several sign. */
    List<String> openAt(String processInstanceId, String taskId) {
        return jdbc.sql("select engine_task_id from inbox_task where process_instance_id = ? and task_id = ?")
                .params(processInstanceId, taskId)
                .query(String.class)
                .list();
    }

    void due(String engineTaskId, Instant due) {
        jdbc.sql("update inbox_task set due_at = ? where engine_task_id = ?")
                .params(utc(due), engineTaskId)
                .update();
    }

    private static OpenTask read(ResultSet row, int number) throws SQLException {
        LocalDateTime due = row.getObject("due_at", LocalDateTime.class);
        return new OpenTask(
                row.getString("engine_task_id"),
                row.getString("process_instance_id"),
                row.getString("pilot_key"),
                row.getString("process_id"),
                row.getString("task_id"),
                row.getString("role_group"),
                row.getString("assignee"),
                row.getObject("opened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                due == null ? null : due.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
