package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.pilotage.audit.TrailWriters.Node;
import io.pilotage.testing.MySqlServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes append to the same case and to different ones, the clock of one behind the other's: every chain holds. */
class TwoNodesTests {

    private static final int THREADS = 4;
    private static final int ENTRIES = 60;

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant BEHIND = NOW.minusSeconds(3600);

    private static HikariDataSource one;
    private static HikariDataSource two;

    @BeforeAll
    static void start() {
        String url = MySqlServer.shared().freshDatabase();
        one = TrailWriters.pool(url, THREADS);
        two = TrailWriters.pool(url, THREADS);
        TrailWriters.createTables(one);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @Test
    void everyChainHoldsAndAClockThatIsBehindIsRemarked() throws Exception {
        Node[] nodes = {new Node(one), new Node(two)};
        TrailWriters.atOnce(2 * THREADS, thread -> () -> {
            int node = thread % 2;
            for (int i = 0; i < ENTRIES; i++) {
                String chain = i % 2 == 0 ? "P-all" : "P-" + thread;
                nodes[node].append(TrailWriters.completion(chain, node == 0 ? NOW : BEHIND, i));
            }
            return null;
        });
        DatabaseCheck.Result result = check();
        assertThat(result.findings()).isEmpty();
        assertThat(result.entries()).isEqualTo(2L * THREADS * ENTRIES);
        assertThat(result.chains()).isEqualTo(2L * THREADS + 1);
        assertThat(result.remarks())
                .isNotEmpty()
                .allSatisfy(remark ->
                        assertThat(remark.toString()).startsWith("P-all").contains("its clock is behind"));
        assertThat(JdbcClient.create(one)
                        .sql("select max(entry_number) from trail_entry where chain = 'P-all'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2L * THREADS * ENTRIES / 2);
    }

    private static DatabaseCheck.Result check() {
        JdbcClient jdbc = JdbcClient.create(one);
        AuditProperties properties = new AuditProperties("", "", Path.of("target/audit-key"), "-", "-");
        return new DatabaseCheck(jdbc, new SigningKeys(properties, jdbc, Clock.systemUTC()), java.util.List.of())
                .check();
    }
}
