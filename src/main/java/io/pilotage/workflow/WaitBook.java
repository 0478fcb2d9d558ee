package io.pilotage.workflow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who waits or waited for whom: one row per wait, kept when it is over. */
@Repository
class WaitBook {

    private final JdbcClient jdbc;

    WaitBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void start(Deadline deadline, String engineTaskId, Wait wait) {
        jdbc.sql("insert into task_wait (id, deadline_id, engine_task_id, pilot_key, task_id, reason, waiting_for,"
                        + " note, by_person, since) values (?,?,?,?,?,?,?,?,?,?)")
                .params(
                        UUID.randomUUID().toString(),
                        deadline.id(),
                        engineTaskId,
                        deadline.pilotKey(),
                        deadline.taskId(),
                        wait.reason(),
                        wait.forWhom(),
                        wait.note(),
                        wait.by(),
                        utc(wait.since()))
                .update();
    }

    /** The wait that goes on for a deadline; with several signers it holds for all of them. */
    Optional<Wait> of(String deadlineId) {
        return jdbc.sql("select * from task_wait where deadline_id = ? and until is null")
                .param(deadlineId)
                .query((row, number) -> new Wait(
                        row.getString("reason"),
                        row.getString("waiting_for"),
                        row.getString("note"),
                        row.getString("by_person"),
                        row.getObject("since", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .optional();
    }

    /** Whether it is this very task whose person waits. */
    boolean isWaiting(String engineTaskId) {
        return jdbc.sql("select count(*) from task_wait where engine_task_id = ? and until is null")
                        .param(engineTaskId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void end(String deadlineId, Instant at) {
        jdbc.sql("update task_wait set until = ? where deadline_id = ? and until is null")
                .params(utc(at), deadlineId)
                .update();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
