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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What inventories said of the cases that came from them. */
@Repository
public class InventoryEntries {

    private final JdbcClient jdbc;

    InventoryEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    void add(
            String run,
            String source,
            ImportRows.Waiting row,
            String pilotKey,
            InventoryWords words,
            String cells,
            Instant at) {
        jdbc.sql("insert into inventory_entry (source, row_key, content_key, pilot_key, run_id, row_no, stage, purpose,"
                        + " outputs, initiated, development_began, implemented, retired, cells, brought_in_at)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .params(
                        source,
                        row.key(),
                        row.contentKey(),
                        pilotKey,
                        run,
                        row.row(),
                        words.stage(),
                        words.purpose(),
                        words.outputs(),
                        words.initiated(),
                        words.developmentBegan(),
                        words.implemented(),
                        words.retired(),
                        cells,
                        ImportRuns.utc(at))
                .update();
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
