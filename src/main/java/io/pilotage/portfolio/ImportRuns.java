package io.pilotage.portfolio;

import io.pilotage.workflow.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs of imports and their state. */
@Repository
class ImportRuns {

    private final JdbcClient jdbc;

    ImportRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ImportRun run, String columns) {
        jdbc.sql("insert into import_run (id, file_name, file_size, mapping_name, mapping_text, source, columns_text,"
                        + " state, started_by, created_at) values (?,?,?,?,?,?,?,?,?,?)")
                .params(
                        run.id(),
                        run.fileName(),
                        run.fileSize(),
                        run.mappingName(),
                        run.mapping(),
                        run.source(),
                        columns,
                        run.state().name(),
                        run.startedBy(),
                        utc(run.createdAt()))
                .update();
    }

    Optional<ImportRun> find(String id) {
        return jdbc.sql("select * from import_run where id = ?")
                .param(id)
                .query(ImportRuns::read)
                .optional();
    }

    List<ImportRun> latest(int count) {
        return jdbc.sql("select * from import_run order by created_at desc limit " + count)
                .query(ImportRuns::read)
                .list();
    }

    List<String> running() {
        return jdbc.sql("select id from import_run where state = 'RUNNING' order by begun_at")
                .query(String.class)
                .list();
    }

    /** The run, held until the transaction ends, so that only one batch of it is worked on at a time on any node. */
    Optional<ImportRun> hold(String id) {
        return jdbc.sql("select * from import_run where id = ? for update")
                .param(id)
                .query(ImportRuns::read)
                .optional();
    }

    String columns(String id) {
        return jdbc.sql("select columns_text from import_run where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refused.missing("portfolio.import.unknown", id));
    }

    void begin(String id, Instant at) {
        jdbc.sql("update import_run set state = 'RUNNING', begun_at = coalesce(begun_at, ?), beat_at = ?,"
                        + " ended_at = null where id = ?")
                .params(utc(at), utc(at), id)
                .update();
    }

    void beat(String id, Instant at) {
        jdbc.sql("update import_run set beat_at = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    void end(String id, Instant at) {
        jdbc.sql("update import_run set state = 'DONE', beat_at = ?, ended_at = ? where id = ?")
                .params(utc(at), utc(at), id)
                .update();
    }

    void remove(String id) {
        for (String table : List.of("import_problem", "import_row")) {
            jdbc.sql("delete from " + table + " where run_id = ?").param(id).update();
        }
        jdbc.sql("delete from import_run where id = ?").param(id).update();
    }

    private static ImportRun read(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                row.getString("id"),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getString("mapping_name"),
                row.getString("mapping_text"),
                row.getString("source"),
                ImportRun.State.valueOf(row.getString("state")),
                row.getString("started_by"),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "begun_at"),
                instant(row, "beat_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
