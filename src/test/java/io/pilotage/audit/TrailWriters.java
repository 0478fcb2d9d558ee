package io.pilotage.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes that write to one trail at the same time, each with a pool of connections of its own. */
final class TrailWriters {

    private TrailWriters() {}

    static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("root");
        config.setPassword("");
        config.setMaximumPoolSize(connections);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    static void createTables(DataSource database) {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V0200__audit_trail.sql"),
                        new ClassPathResource("db/migration/V0201__audit_chain.sql"),
                        new ClassPathResource("db/migration/V0920__seal.sql"),
                        new ClassPathResource("db/migration/V0921__seal_approvals.sql"))
                .execute(database);
    }

    /** One node: appends each entry in a transaction of its own. */
    static final class Node {

        private final Trail trail;
        private final TransactionTemplate transaction;

        Node(DataSource pool) {
            var transactions = new DataSourceTransactionManager(pool);
            this.trail = new Trail(
                    new TrailEntries(pool),
                    new DefaultListableBeanFactory().getBeanProvider(CasePhases.class),
                    transactions);
            this.transaction = new TransactionTemplate(transactions);
        }

        void append(TrailEntry entry) {
            transaction.executeWithoutResult(status -> trail.append(entry));
        }
    }

    static TrailEntry completion(String chain, Instant at, int number) {
        return TrailEntry.of(chain, at, "person-" + number % 7, "completed")
                .as("bu-sponsor", null)
                .phase("discovery")
                .element("discovery", 3, "decideCharter")
                .form("decideCharter", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                .tables(Map.of("gateRequirements", 2))
                .details(Map.of("decision", "go", "reason", Personal.words("because " + number, "person-1")))
                .build();
    }

    /** Runs the work of so many threads at the same time and waits for all; each is told its number. */
    static void atOnce(int threads, IntFunction<Callable<Void>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                all.add(work.apply(thread));
            }
            for (Future<Void> done : pool.invokeAll(all)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
