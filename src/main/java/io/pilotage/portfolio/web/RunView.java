package io.pilotage.portfolio.web;

import io.pilotage.portfolio.ImportRun;
import io.pilotage.portfolio.RowOutcome;
import io.pilotage.portfolio.RunCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * A run as its page shows it.
 *
 * @param standsStill whether a run that should be under way has not moved for a while
 */
record RunView(
        String id,
        String fileName,
        String mappingName,
        String startedBy,
        ZonedDateTime createdAt,
        String state,
        boolean standsStill,
        long seconds,
        RunCounts counts) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static RunView of(ImportRun run, RunCounts counts, Instant now) {
        Instant begun = run.begunAt() == null ? now : run.begunAt();
        Instant last = run.beatAt() == null ? now : run.beatAt();
        boolean running = run.state() == ImportRun.State.RUNNING;
        return new RunView(
                run.id(),
                run.fileName(),
                run.mappingName(),
                run.startedBy(),
                run.createdAt().atZone(ZoneOffset.UTC),
                run.state().name().toLowerCase(Locale.ROOT),
                running && last.plus(PATIENCE).isBefore(now),
                Duration.between(begun, run.endedAt() == null ? last : run.endedAt())
                        .toSeconds(),
                counts);
    }

    public long of(RowOutcome outcome) {
        return counts.of(outcome);
    }

    public long planned() {
        return counts.of(RowOutcome.PLANNED);
    }

    public long failed() {
        return counts.of(RowOutcome.FAILED);
    }

    public boolean isRunning() {
        return state.equals("running");
    }
}
