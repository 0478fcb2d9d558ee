package io.pilotage.operations;

import io.pilotage.audit.AuditHead;
import io.pilotage.notification.OutboxCare;
import io.pilotage.portfolio.ImportFigures;
import io.pilotage.workflow.EngineLoad;
import io.pilotage.workflow.OpenWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts what is watched, once in a while and not once a look: however many figures are read however often, the database
 * is asked seven small questions every quarter of a minute. What could not be counted is not asked for again sooner.
 */
@Component
class FiguresNow {

    private static final Logger LOG = LoggerFactory.getLogger(FiguresNow.class);

    /** The trail has one row a case to be read, so it is asked less often. */
    private static final long TRAIL_FRESH_FOR = Duration.ofMinutes(1).toNanos();

    private final OpenWork work;
    private final EngineLoad engine;
    private final OutboxCare outbox;
    private final AuditHead audit;
    private final ImportFigures imports;
    private final Clock clock;
    private final long freshFor;
    private @Nullable Figures counted;
    private AuditHead.@Nullable State trail;
    private long trailAt;
    private long countedAt;
    private boolean asked;

    FiguresNow(
            OpenWork work,
            EngineLoad engine,
            OutboxCare outbox,
            AuditHead audit,
            ImportFigures imports,
            Clock clock,
            OperationsProperties properties) {
        this.work = work;
        this.engine = engine;
        this.outbox = outbox;
        this.audit = audit;
        this.imports = imports;
        this.clock = clock;
        this.freshFor = properties.figuresEvery().toNanos();
    }

    /** The figures as last counted; empty when the database could not be asked. */
    synchronized Optional<Figures> get() {
        // By the machine's clock: the product's own may be moved.
        if (!asked || System.nanoTime() - countedAt >= freshFor) {
            counted = count();
            countedAt = System.nanoTime();
            asked = true;
        }
        return Optional.ofNullable(counted);
    }

    /** Counts anew at the next look. */
    synchronized void forget() {
        asked = false;
        trail = null;
    }

    private AuditHead.State trail() {
        AuditHead.State known = trail;
        if (known == null || System.nanoTime() - trailAt >= TRAIL_FRESH_FOR) {
            known = audit.state();
            trail = known;
            trailAt = System.nanoTime();
        }
        return known;
    }

    private @Nullable Figures count() {
        Instant now = clock.instant();
        try {
            return new Figures(
                    now,
                    work.byRoleAndAge(now),
                    work.overdueByLevel(now),
                    engine.jobs(now),
                    engine.incidents(),
                    outbox.state(),
                    trail(),
                    imports.runs());
        } catch (RuntimeException away) {
            LOG.warn("The figures for monitoring could not be counted: {}", away.toString());
            return null;
        }
    }
}
