package io.pilotage.portfolio;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Works through runs beside the pages, batch by batch. Everything it knows is in the database: after a crash any node
 * goes on where the last finished batch ended, and two nodes at once take turns.
 */
@Component
public class ImportRunner implements DisposableBean {

    /** Rows per transaction. */
    static final int BATCH = 50;

    /** How long a run waits for a database that went away before it asks again. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Duration LAST_BATCH = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final ImportBatch batch;
    private final ImportRuns runs;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "inventory-import");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    ImportRunner(ImportBatch batch, ImportRuns runs) {
        this.batch = batch;
        this.runs = runs;
    }

    /** Goes on with what was interrupted when the product last stopped. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        runs.running().forEach(this::start);
    }

    /** Works on the run as soon as the runs before it are through. */
    public void start(String run) {
        start(run, Duration.ZERO);
    }

    private void start(String run, Duration pause) {
        try {
            worker.schedule(() -> work(run), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.info("The import {} goes on after the next start", run);
        }
    }

    /** Works on the run until it is through; what cannot be brought in is noted and left behind. */
    void work(String run) {
        try {
            while (!stopping && step(run)) {
                LOG.debug("A batch of the import {} is in", run);
            }
        } catch (DatabaseAway away) {
            LOG.warn("The import {} waits for the database: {}", run, away.toString());
            start(run, PAUSE);
        } catch (RuntimeException interrupted) {
            LOG.error("The import {} stands still; it goes on from its page or at the next start", run, interrupted);
        }
    }

    private boolean step(String run) {
        try {
            return batch.next(run, BATCH);
        } catch (RuntimeException whole) {
            DatabaseAway.throwIf(whole);
            LOG.info("A batch of the import {} is taken row by row: {}", run, whole.toString());
        }
        for (int row = 0; row < BATCH && !stopping; row++) {
            try {
                if (!batch.next(run, 1)) {
                    return false;
                }
            } catch (RuntimeException one) {
                DatabaseAway.throwIf(one);
                LOG.warn("A row of the import {} is left out", run, one);
                batch.giveUpNext(run, String.valueOf(one.getMessage()));
            }
        }
        return true;
    }

    @Override
    public void destroy() {
        stopping = true;
        worker.shutdown();
        try {
            worker.awaitTermination(LAST_BATCH.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
