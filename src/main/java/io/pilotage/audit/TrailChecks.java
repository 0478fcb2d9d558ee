package io.pilotage.audit;

import io.pilotage.verify.Finding;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the whole trail every night and on demand, and writes the result on the trail itself. */
@Service
public class TrailChecks {

    private static final Logger LOG = LoggerFactory.getLogger(TrailChecks.class);
    private static final Duration ONE_AT_A_TIME = Duration.ofMinutes(10);
    private static final int MOST_NAMED = 20;

    private final DatabaseCheck database;
    private final TrailEntries entries;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "trail-check");
        thread.setDaemon(true);
        return thread;
    });

    TrailChecks(DatabaseCheck database, TrailEntries entries, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.entries = entries;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What a check found.
     *
     * @param problems how many; the findings name the first of them
     * @param remarks what is worth knowing and not wrong, such as a clock that ran backwards
     */
    public record Outcome(
            Instant at,
            long entries,
            long chains,
            long checkpoints,
            long problems,
            List<Finding> findings,
            List<Finding> remarks) {

        public boolean passed() {
            return problems == 0;
        }
    }

    @Scheduled(cron = "${pilotage.audit.check-cron:0 0 2 * * *}")
    void everyNight() {
        try {
            if (begin()) {
                run(TrailEntry.PRODUCT);
            }
        } catch (RuntimeException e) {
            LOG.error("The trail was not checked", e);
        }
    }

    /**
     * Lets a check begin that goes on by itself; its result is on the trail as soon as it is there.
     *
     * @param actor id of the person who wants to know
     * @return false when a check is under way already, on whatever node
     */
    public boolean start(String actor, @Nullable String role) {
        boolean first = Boolean.TRUE.equals(transaction.execute(status -> {
            entries.hold(Undertaking.CHECK.chain());
            if (runningSince().isPresent()) {
                return false;
            }
            entries.append(begun(actor, role));
            return true;
        }));
        if (first) {
            background.execute(() -> {
                try {
                    run(actor, role);
                } catch (RuntimeException e) {
                    LOG.error("The trail was not checked", e);
                }
            });
        }
        return first;
    }

    /** When the check that is under way began; empty when none is, or when one seems to have died. */
    public Optional<Instant> runningSince() {
        return entries
                .find(
                        Undertaking.CHECK.chain(),
                        TrailFilter.ALL.ofKinds("trailCheckBegun", "trailChecked"),
                        PageRequest.of(0, 1))
                .stream()
                .map(RecordedEntry::entry)
                .filter(newest -> newest.kind().equals("trailCheckBegun"))
                .map(TrailEntry::at)
                .filter(begun -> begun.isAfter(clock.instant().minus(ONE_AT_A_TIME)))
                .findFirst();
    }

    /** The results of the last checks, the newest first. */
    public List<RecordedEntry> latest(int most) {
        return entries.find(Undertaking.CHECK.chain(), TrailFilter.ALL.ofKinds("trailChecked"), PageRequest.of(0, most))
                .getContent();
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    /** Checks now, and comes back when it is done. @param actor id of the person who wants to know */
    public Outcome run(String actor) {
        return run(actor, null);
    }

    private Outcome run(String actor, @Nullable String role) {
        DatabaseCheck.Result result = database.check();
        Outcome outcome = new Outcome(
                clock.instant(),
                result.entries(),
                result.chains(),
                result.checkpoints(),
                result.problems(),
                result.findings(),
                result.remarks());
        if (!outcome.passed()) {
            LOG.error(
                    "The trail is not as it was written: {} problems, the first: {}",
                    outcome.problems(),
                    outcome.findings().get(0));
        }
        transaction.executeWithoutResult(status -> entries.append(entry(actor, role, outcome)));
        return outcome;
    }

    /** The last result that was recorded; empty before the first check. */
    public Optional<RecordedEntry> newest() {
        return entries
                .find(Undertaking.CHECK.chain(), TrailFilter.ALL.ofKinds("trailChecked"), PageRequest.of(0, 1))
                .stream()
                .findFirst();
    }

    /** All nodes wake up at the same time; the lock on the chain lets one of them begin. */
    private boolean begin() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            TrailEntry begun = begun(TrailEntry.PRODUCT, null);
            entries.append(begun);
            boolean first = entries
                    .find(Undertaking.CHECK.chain(), TrailFilter.ALL.ofKinds("trailCheckBegun"), PageRequest.of(0, 2))
                    .stream()
                    .skip(1)
                    .noneMatch(before -> before.entry().at().isAfter(begun.at().minus(ONE_AT_A_TIME)));
            if (!first) {
                status.setRollbackOnly();
            }
            return first;
        }));
    }

    private TrailEntry begun(String actor, @Nullable String role) {
        return TrailEntry.of(Undertaking.CHECK.chain(), clock.instant(), actor, "trailCheckBegun")
                .as(role, null)
                .build();
    }

    private static TrailEntry entry(String actor, @Nullable String role, Outcome outcome) {
        return TrailEntry.of(Undertaking.CHECK.chain(), outcome.at(), actor, "trailChecked")
                .as(role, null)
                .argument("problems", outcome.problems())
                .details(Map.of(
                        "entries", outcome.entries(),
                        "chains", outcome.chains(),
                        "checkpoints", outcome.checkpoints(),
                        "problems", outcome.problems(),
                        "remarks", outcome.remarks().size(),
                        "findings",
                                outcome.findings().stream()
                                        .limit(MOST_NAMED)
                                        .map(Finding::toString)
                                        .toList()))
                .build();
    }
}
