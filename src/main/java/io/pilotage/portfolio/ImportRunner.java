package io.pilotage.portfolio;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
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

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final ImportBatch batch;
    private final ImportRuns runs;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
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
        try {
            worker.execute(() -> work(run));
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
        } catch (RuntimeException interrupted) {
            LOG.error("The import {} stands still; it goes on from its page or at the next start", run, interrupted);
        }
    }

    private boolean step(String run) {
        try {
            return batch.next(run, BATCH);
        } catch (RuntimeException whole) {
            LOG.info("A batch of the import {} is taken row by row: {}", run, whole.toString());
        }
        for (int row = 0; row < BATCH && !stopping; row++) {
            try {
                if (!batch.next(run, 1)) {
                    return false;
                }
            } catch (RuntimeException one) {
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
    }
}
