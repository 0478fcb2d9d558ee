package io.pilotage.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.benchmarks.BareEngine;
import io.pilotage.benchmarks.Times;
import io.pilotage.testing.PilotageTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bringing an inventory in against starting as many cases on the engine alone; batches of both take turns. */
@PilotageTest
class ImportBenchmark {

    private static final int BATCH = ImportRunner.BATCH;

    /** Batches of each kind that are not counted. */
    private static final int WARM = 6;

    @Autowired
    ImportManagement imports;

    @Autowired
    ImportBatch batch;

    @Autowired
    JdbcClient jdbc;

    private int bareCases;

    @Test
    void rowsASecondAgainstBareCases() throws Exception {
        BenchmarkInventory inventory = BenchmarkInventory.find();
        Times check = new Times();
        ImportRun[] run = new ImportRun[1];
        check.time(() ->
                run[0] = imports.check("benchmark.csv", inventory.file(), inventory.mapping(), "portfolio-office"));
        imports.begin(run[0].id(), "portfolio-office");
        Times ours = new Times();
        Times bare = new Times();
        try (BareEngine engine = BareEngine.start()) {
            long before = journeys();
            for (int done = 0; done < inventory.rows(); done += BATCH) {
                boolean counts = done >= WARM * BATCH;
                (counts ? ours : new Times()).time(() -> batch.next(run[0].id(), BATCH));
                long cases = journeys();
                int started = (int) (cases - before);
                before = cases;
                (counts ? bare : new Times()).time(() -> startBare(engine, started));
            }
        }
        batch.next(run[0].id(), BATCH);
        assertThat(imports.counts(run[0].id()).of(RowOutcome.BROUGHT_IN)).isEqualTo(inventory.rows());
        Times.say("import: the dry run of %d rows took %.0f ms", inventory.rows(), check.sum());
        Times.say(
                "import: %.0f rows/s; as many bare cases: ratio %.2f of sums, %.2f of medians (goal 0.70)",
                1000 * BATCH / ours.median(), bare.sum() / ours.sum(), bare.median() / ours.median());
    }

    private long journeys() {
        return jdbc.sql("select count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = 'pilotJourney'")
                .query(Long.class)
                .single();
    }

    private void startBare(BareEngine engine, int cases) {
        for (int i = 0; i < cases; i++) {
            String key = "B-" + ++bareCases;
            Map<String, Object> facts = new HashMap<>();
            for (String unknown : new String[] {
                "amount",
                "regulatedArea",
                "affectedPersons",
                "autonomy",
                "agentic",
                "personalData",
                "workersAffected",
                "tier"
            }) {
                facts.put(unknown, null);
            }
            facts.put("pilotKey", key);
            facts.put("startPhase", "discovery");
            engine.startCase(key, facts);
        }
    }
}
