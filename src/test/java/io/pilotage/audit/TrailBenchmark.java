package io.pilotage.audit;

import com.zaxxer.hikari.HikariDataSource;
import io.pilotage.audit.TrailWriters.Node;
import io.pilotage.benchmarks.Times;
import io.pilotage.testing.MySqlServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast the trail grows, as a ratio to bare inserts of the very same rows into the same MySQL: to different cases on
 * two nodes, and to one case. {@code -Dtrail.entries} says how many entries each thread appends.
 */
class TrailBenchmark {

    private static final int THREADS = 4;
    private static final int ENTRIES = Integer.getInteger("trail.entries", 1_000);
    private static final int ROUNDS = Integer.getInteger("trail.rounds", 3);

    private static final String BARE_ENTRY = "insert into bare_entry values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String BARE_PERSONAL = "insert into bare_personal values (?, ?, ?, ?, ?, ?)";

    private HikariDataSource[] pools = {};

    @Test
    void appendingAgainstBareInserts() throws Exception {
        String url = MySqlServer.shared().freshDatabase();
        pools = new HikariDataSource[] {TrailWriters.pool(url, THREADS), TrailWriters.pool(url, THREADS)};
        try {
            TrailWriters.createTables(pools[0]);
            JdbcTemplate jdbc = new JdbcTemplate(pools[0]);
            jdbc.execute("create table bare_entry like trail_entry");
            jdbc.execute("create table bare_personal like trail_personal");
            for (int round = 0; round < ROUNDS; round++) {
                measure(jdbc, "different cases", true);
                measure(jdbc, "one case", false);
            }
        } finally {
            for (HikariDataSource pool : pools) {
                pool.close();
            }
        }
    }

    private void measure(JdbcTemplate jdbc, String what, boolean different) throws Exception {
        for (String table : List.of("trail_entry", "trail_personal", "trail_head", "bare_entry", "bare_personal")) {
            jdbc.execute("truncate table " + table);
        }
        Node[] nodes = {new Node(pools[0]), new Node(pools[1])};
        Times trail = new Times();
        trail.time(() -> TrailWriters.atOnce(THREADS, thread -> () -> {
            for (int i = 0; i < ENTRIES; i++) {
                nodes[thread % 2].append(TrailWriters.completion(
                        different ? "P-" + thread : "P-all", Instant.parse("2026-06-01T12:00:00Z"), i));
            }
            return null;
        }));
        List<Object[]> entries = rows(jdbc, "select * from trail_entry order by chain, entry_number");
        Map<String, List<Object[]>> personal =
                rows(jdbc, "select * from trail_personal order by chain, entry_number").stream()
                        .collect(Collectors.groupingBy(row -> row[0] + " " + row[1]));
        Times bare = new Times();
        bare.time(() -> TrailWriters.atOnce(THREADS, thread -> () -> {
            HikariDataSource pool = pools[thread % 2];
            JdbcTemplate bareJdbc = new JdbcTemplate(pool);
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
            for (int i = thread; i < entries.size(); i += THREADS) {
                Object[] row = entries.get(i);
                transaction.executeWithoutResult(status -> {
                    bareJdbc.update(BARE_ENTRY, row);
                    bareJdbc.batchUpdate(BARE_PERSONAL, personal.get(row[0] + " " + row[1]));
                });
            }
            return null;
        }));
        Times.say(
                "trail, %s, %d threads on 2 nodes: %d entries in %.0f ms (%.0f a second); bare inserts of the same rows"
                        + " %.0f ms; ratio %.2f",
                what,
                THREADS,
                entries.size(),
                trail.sum(),
                entries.size() / trail.sum() * 1000,
                bare.sum(),
                bare.sum() / trail.sum());
    }

    private static List<Object[]> rows(JdbcTemplate jdbc, String sql) {
        return jdbc.query(sql, (row, number) -> {
            Object[] cells = new Object[row.getMetaData().getColumnCount()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.getObject(i + 1);
            }
            return cells;
        });
    }
}
