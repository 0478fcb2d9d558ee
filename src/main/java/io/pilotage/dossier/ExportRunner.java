package io.pilotage.dossier;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works through exports beside the pages, pilot by pilot. Everything that matters is in the database: after a crash any
 * node goes on with the pilots that are left, and several nodes share them.
 */
@Component
public class ExportRunner implements DisposableBean {

    /** How long an export waits for another node, or for a database that went away. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Duration LAST_STEP = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(ExportRunner.class);

    private final ExportStep step;
    private final Exports exports;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dossier-export");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> atHand = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    ExportRunner(ExportStep step, Exports exports) {
        this.step = step;
        this.exports = exports;
    }

    /** Goes on with what was interrupted when this node last stopped, or when another one died. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "${pilotage.dossier.resume-cron:30 * * * * *}")
    void resume() {
        exports.running().forEach(this::start);
    }

    /** Works on the export as soon as those before it are through. */
    public void start(String export) {
        if (atHand.add(export)) {
            start(export, Duration.ZERO);
        }
    }

    private void start(String export, Duration pause) {
        try {
            worker.schedule(() -> work(export), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.info("The export {} goes on after the next start", export);
        }
    }

    /** Works on the export until it is through. */
    void work(String export) {
        try {
            ExportStep.Next next = ExportStep.Next.STEP;
            while (!stopping && next == ExportStep.Next.STEP) {
                next = step.step(export);
            }
            if (next == ExportStep.Next.WAIT) {
                start(export, PAUSE);
            } else {
                atHand.remove(export);
            }
        } catch (RuntimeException interrupted) {
            LOG.warn("The export {} is tried again in {} seconds", export, PAUSE.toSeconds(), interrupted);
            start(export, PAUSE);
        }
    }

    @Override
    public void destroy() {
        stopping = true;
        worker.shutdown();
        try {
            worker.awaitTermination(LAST_STEP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
