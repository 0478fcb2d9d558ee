package io.pilotage.portfolio;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of runs, kept until each is a case. */
@Repository
class ImportRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ImportRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * A row that waits for its batch.
     *
     * @param key identity within the source
     */
    record Waiting(int row, String key, String contentKey, String cells) {}

    void add(String run, List<Object[]> rows) {
        template.batchUpdate(
                "insert into import_row (run_id, row_no, row_key, content_key, title, phase, status, outcome,"
                        + " pilot_key, cells) values ('" + run + "',?,?,?,?,?,?,?,?,?)",
                rows);
    }

    /** @param run id given by us, never by a person */
    List<Waiting> waiting(String run, int count) {
        return jdbc.sql("select row_no, row_key, content_key, cells from import_row where run_id = ?"
                        + " and outcome = 'PLANNED' order by row_no limit " + count)
                .param(run)
                .query((row, number) ->
                        new Waiting(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** What became of a row. @param pilotKey the case that it is now, or was before */
    record Settled(int row, RowOutcome outcome, @Nullable String pilotKey) {}

    /** Notes what became of rows; only a row that failed keeps its cells, because it may be tried again. */
    void settle(String run, List<Settled> rows) {
        template.batchUpdate(
                "update import_row set outcome = ?, pilot_key = ?, cells = case when ? then cells else null end"
                        + " where run_id = ? and row_no = ?",
                rows.stream()
                        .map(row -> new Object[] {
                            row.outcome().name(), row.pilotKey(), row.outcome() == RowOutcome.FAILED, run, row.row()
                        })
                        .toList());
    }

    void retryFailed(String run) {
        jdbc.sql("update import_row set outcome = 'PLANNED' where run_id = ? and outcome = 'FAILED'")
                .param(run)
                .update();
    }

    RunCounts counts(String run) {
        Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);
        jdbc.sql("select outcome, count(*) from import_row where run_id = ? group by outcome")
                .param(run)
                .query((ResultSet row) -> {
                    counts.put(RowOutcome.valueOf(row.getString(1)), row.getLong(2));
                });
        return new RunCounts(counts);
    }

    /** How many rows of the run stand in which phase. */
    Map<Phase, Long> phases(String run) {
        Map<Phase, Long> counts = new EnumMap<>(Phase.class);
        jdbc.sql("select phase, count(*) from import_row where run_id = ? and status = 'ACTIVE' group by phase")
                .param(run)
                .query((ResultSet row) -> {
                    counts.put(Phase.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    List<RunRow> page(String run, @Nullable RowOutcome outcome, int offset, int count) {
        String where = outcome == null ? "" : " and outcome = '" + outcome.name() + "'";
        return jdbc.sql("select * from import_row where run_id = ?" + where + " order by row_no limit " + count
                        + " offset " + offset)
                .param(run)
                .query(ImportRows::read)
                .list();
    }

    private static RunRow read(ResultSet row, int number) throws SQLException {
        String phase = row.getString("phase");
        String status = row.getString("status");
        return new RunRow(
                row.getInt("row_no"),
                row.getString("title"),
                phase == null ? null : Phase.valueOf(phase),
                status == null ? null : PilotStatus.valueOf(status),
                RowOutcome.valueOf(row.getString("outcome")),
                row.getString("pilot_key"));
    }
}
