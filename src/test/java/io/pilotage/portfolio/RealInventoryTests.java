package io.pilotage.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilotage.testing.PilotageTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A real inventory of 2,133 entries comes in whole, even when the run is killed in the middle. */
@PilotageTest
class RealInventoryTests {

    private static final Logger LOG = LoggerFactory.getLogger(RealInventoryTests.class);
    private static final Path INVENTORY = Path.of("../shared/data/ai-use-cases-2024.csv");
    private static final Path BESIDE = Path.of("../../shared/data/ai-use-cases-2024.csv");

    @Autowired
    ImportManagement imports;

    @Autowired
    ImportBatch batch;

    @Autowired
    ImportRunner runner;

    @Autowired
    InventoryEntries entries;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private Path file;

    @BeforeEach
    void inventory() {
        file = Files.exists(INVENTORY) ? INVENTORY : BESIDE;
        assumeTrue(Files.exists(file), "Skipped: there is no " + INVENTORY + " on this machine");
    }

    @Test
    void everyRowComesInOnceAlthoughTheRunIsKilledInTheMiddle() {
        ImportRun run = imports.check("ai-use-cases-2024.csv", file, "federal-2024", "portfolio-office");
        assertThat(imports.counts(run.id()).of(RowOutcome.PLANNED)).isEqualTo(2133);
        assertThat(cases()).isZero();

        imports.begin(run.id(), "portfolio-office");
        Instant begun = Instant.now();
        for (int i = 0; i < 7; i++) {
            batch.next(run.id(), ImportRunner.BATCH);
        }
        assertThat(catchThrowable(() -> transactions.executeWithoutResult(transaction -> {
                    batch.next(run.id(), ImportRunner.BATCH);
                    throw new IllegalStateException("The machine is gone");
                })))
                .hasMessage("The machine is gone");
        assertThat(cases()).isEqualTo(350);
        assertThat(imports.get(run.id()).state()).isEqualTo(ImportRun.State.RUNNING);

        runner.work(run.id());
        Duration took = Duration.between(begun, Instant.now());
        LOG.info("2133 rows in {} ms: {} rows a second", took.toMillis(), 2_133_000 / took.toMillis());

        assertThat(imports.get(run.id()).state()).isEqualTo(ImportRun.State.DONE);
        assertThat(imports.counts(run.id()).of(RowOutcome.BROUGHT_IN)).isEqualTo(2133);
        assertThat(cases()).isEqualTo(2133);
        assertThat(number("select count(*) from inventory_entry e join pilot p on p.pilot_key = e.pilot_key"
                        + " where e.source = 'us-federal-ai-inventory-2024'"))
                .isEqualTo(2133);
        // 142 are retired and 5 are complete: they are registered, and no journey starts for them.
        assertThat(number("select count(*) from ACT_HI_PROCINST i join pilot p on p.pilot_key = i.BUSINESS_KEY_"
                        + " where i.PROC_DEF_KEY_ = 'pilotJourney' and p.source = 'us-federal-ai-inventory-2024'"))
                .isEqualTo(2133 - 147);

        ImportRun again = imports.check("a copy.csv", file, "federal-2024", "portfolio-office");
        assertThat(imports.counts(again.id()).of(RowOutcome.KNOWN)).isEqualTo(2133);
        imports.begin(again.id(), "portfolio-office");
        runner.work(again.id());
        assertThat(cases()).isEqualTo(2133);
        assertThat(imports.counts(again.id()).of(RowOutcome.KNOWN)).isEqualTo(2133);
    }

    private long cases() {
        return number("select count(*) from pilot where source = 'us-federal-ai-inventory-2024'");
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
