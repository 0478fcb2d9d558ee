package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.MySqlServer;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A trail that was written before it was a chain is chained once, and says so. */
class ChainExistingEntriesTests {

    @Test
    void entriesOfBeforeAreChainedAndTheChainSaysSo() {
        var database = new DriverManagerDataSource(MySqlServer.shared().freshDatabase(), "root", "");
        JdbcClient jdbc = JdbcClient.create(database);
        flyway(database).target("0200").load().migrate();
        for (int number = 1; number <= 3; number++) {
            jdbc.sql("""
                    insert into trail_entry (pilot_key, entry_number, happened_at, actor, actor_role, kind, element_id,
                        sentence_key, sentence_arguments, details, details_hash)
                    values ('P-1', ?, '2026-03-01 10:00:00', 'anna', 'bu-sponsor', 'completed', 'decideCharter',
                        'trail.completed', '{}', '{"amount":12.5,"reason":"Bert said so"}', ?)""").params(number, "a".repeat(64)).update();
        }

        flyway(database).load().migrate();

        TrailEntries entries = new TrailEntries(database);
        List<RecordedEntry> all =
                entries.find("P-1", TrailFilter.ALL, PageRequest.of(0, 9)).getContent();
        assertThat(all)
                .extracting(recorded -> recorded.entry().kind())
                .containsExactly("chained", "completed", "completed", "completed");
        assertThat(all.get(0).entry().arguments()).containsEntry("entries", 3);
        assertThat(all.get(3).entry().actor()).isEqualTo("anna");
        assertThat(all.get(3).entry().details()).containsEntry("reason", "Bert said so");
        assertThat(entries.actorsOf("P-1", "completed", "decideCharter")).containsExactly("anna");
        assertThat(jdbc.sql("select content from trail_entry")
                        .query(String.class)
                        .list())
                .noneMatch(content -> content.contains("anna") || content.contains("Bert"));
        assertThat(StoredChains.check(jdbc, "1 = 1").problems()).isEmpty();
    }

    private static FluentConfiguration flyway(DriverManagerDataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .javaMigrations(new ChainExistingEntries());
    }
}
