package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.pilotage.audit.TrailWriters.Node;
import io.pilotage.testing.MySqlServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command checks a database without the product, says what it found, and writes it down. */
class TrailCommandTests {

    private final String url = MySqlServer.shared().freshDatabase();

    @Test
    void trailAsItWasWrittenPassesAndAChangedOneFails() {
        try (HikariDataSource pool = TrailWriters.pool(url, 2)) {
            TrailWriters.createTables(pool);
            Node node = new Node(pool);
            for (int i = 0; i < 5; i++) {
                node.append(TrailWriters.completion("P-1", Instant.parse("2026-06-01T12:00:00Z"), i));
            }
            assertThat(check(0)).contains("PASS  5 entries, 1 chains, 0 checkpoints, 0 problems");
            JdbcClient jdbc = JdbcClient.create(pool);
            assertThat(jdbc.sql("select count(*) from trail_entry where kind = 'trailChecked'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            jdbc.sql("insert into seal (pilot_key, kind, version, content, sha256, entry_number, sealed_at)"
                            + " values ('P-1', 'BASELINE', 1, '{}', sha2('{}', 256), 4, now())")
                    .update();
            assertThat(check(1)).contains("FAIL  P-1, entry 4: the seal (baseline, 1,", "is not what its entry says");
            jdbc.sql("update trail_entry set content = replace(content, '\"go\"', '\"stop\"') where entry_number = 3"
                            + " and chain = 'P-1'")
                    .update();
            assertThat(check(1)).contains("FAIL  P-1, entry 3: the content is not what its hash was made of");
        }
    }

    @Test
    void databaseThatHoldsNoTrailIsSaidSo() {
        assertThat(check(2)).startsWith("The trail could not be checked");
    }

    private String check(int exitCode) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {
            TrailCommand.NAME,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=root",
            "--spring.datasource.password=",
            "--pilotage.audit.key-file=target/audit-key"
        };
        assertThat(TrailCommand.run(arguments, new PrintStream(said))).isEqualTo(exitCode);
        return said.toString();
    }
}
