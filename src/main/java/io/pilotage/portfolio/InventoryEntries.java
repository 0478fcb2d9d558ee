package io.pilotage.portfolio;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What inventories said of the cases that came from them. */
@Repository
public class InventoryEntries {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    InventoryEntries(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A case that came from an inventory: its key, and the fingerprint of what the row said. */
    record Known(String pilotKey, String contentKey) {}

    /** What the inventory said of a case in its own words; empty for a case that was proposed here. */
    public Optional<InventoryWords> wordsOf(String pilotKey) {
        return jdbc.sql("select * from inventory_entry where pilot_key = ?")
                .param(pilotKey)
                .query((row, number) -> new InventoryWords(
                        row.getString("stage"),
                        row.getString("purpose"),
                        row.getString("outputs"),
                        date(row, "initiated"),
                        date(row, "development_began"),
                        date(row, "implemented"),
                        date(row, "retired")))
                .optional();
    }

    Map<String, Known> known(String source) {
        return read("", List.of(source));
    }

    Map<String, Known> known(String source, List<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<Object> parameters = new java.util.ArrayList<>(keys);
        parameters.add(0, source);
        return read(" and row_key in (" + "?,".repeat(keys.size() - 1) + "?)", parameters);
    }

    private Map<String, Known> read(String where, List<?> parameters) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("select row_key, pilot_key, content_key from inventory_entry where source = ?" + where)
                .params(parameters)
                .query((ResultSet row) -> {
                    known.put(row.getString(1), new Known(row.getString(2), row.getString(3)));
                });
        return known;
    }

    /** One row that became a case. @param cells what the row said, as JSON by column */
    record Entry(ImportRows.Waiting row, String pilotKey, InventoryWords words, String cells) {}

    void add(String run, String source, List<Entry> entries, Instant at) {
        template.batchUpdate(
                "insert into inventory_entry (source, row_key, content_key, pilot_key, run_id, row_no, stage, purpose,"
                        + " outputs, initiated, development_began, implemented, retired, cells, brought_in_at)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                entries.stream().map(entry -> values(run, source, entry, at)).toList());
    }

    private static Object[] values(String run, String source, Entry entry, Instant at) {
        InventoryWords words = entry.words();
        return new @Nullable Object[] {
            source,
            entry.row().key(),
            entry.row().contentKey(),
            entry.pilotKey(),
            run,
            entry.row().row(),
            words.stage(),
            words.purpose(),
            words.outputs(),
            words.initiated(),
            words.developmentBegan(),
            words.implemented(),
            words.retired(),
            entry.cells(),
            ImportRuns.utc(at)
        };
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
