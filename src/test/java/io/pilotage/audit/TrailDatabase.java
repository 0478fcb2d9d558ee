package io.pilotage.audit;

import io.pilotage.testing.FreshDatabase;
import io.pilotage.verify.Checkpoint;
import io.pilotage.verify.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A trail of five cases in a real database, all in one checkpoint, without the rest of the product. */
@JdbcTest(
        properties = {
            "pilotage.audit.key-file=target/audit-key",
            "pilotage.audit.checkpoint-cron=-",
            "pilotage.audit.check-cron=-",
            "spring.flyway.enabled=false",
            "spring.sql.init.mode=always",
            "spring.sql.init.schema-locations=classpath:db/migration/V0200__audit_trail.sql,classpath:db/migration/V0201__audit_chain.sql",
        })
@AutoConfigureTestDatabase(replace = Replace.NONE)
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({
    Trail.class,
    TrailEntries.class,
    Checkpoints.class,
    CheckpointTree.class,
    SigningKeys.class,
    DatabaseCheck.class,
    TrailChecks.class,
    Erasure.class,
    NamesInTables.class,
    ChainExport.class,
    AuditHead.class,
    AuditConfiguration.class,
    TrailDatabase.Clocks.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class TrailDatabase {

    @TestConfiguration
    static class Clocks {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Autowired
    Trail trail;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    DatabaseCheck check;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void begin() {
        for (int chain = 1; chain <= 5; chain++) {
            append("P-" + chain, 3);
        }
        checkpoints.take();
    }

    @AfterEach
    void wipe() {
        for (String table : List.of("entry", "head", "personal", "checkpoint", "leaf", "node", "key")) {
            jdbc.sql("delete from trail_" + table).update();
        }
    }

    final void append(String chain, String actor, Map<String, Object> details) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> trail.append(TrailEntry.of(chain, Instant.now(), actor, "completed")
                        .details(details)
                        .build()));
    }

    final void append(String chain, int times) {
        for (int i = 0; i < times; i++) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(
                            status -> trail.append(TrailEntry.of(chain, Instant.now(), "anna", "completed")
                                    .words("note", "an answer")
                                    .build()));
        }
    }

    final Finding first() {
        return check.check().findings().get(0);
    }

    final Checkpoint.Statement newest() {
        return checkpoints.newest().orElseThrow().statement();
    }
}
