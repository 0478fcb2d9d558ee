package io.pilotage.rollout;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.workflow.Journeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the rollout of a case what it has to react to at any moment. */
@Service
@Transactional
public class Rollout {

    private final Journeys journeys;
    private final ThresholdBreaches breaches;
    private final RingPlans plans;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Rollout(
            Journeys journeys,
            ThresholdBreaches breaches,
            RingPlans plans,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.journeys = journeys;
        this.breaches = breaches;
        this.plans = plans;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A limit was broken at which the ring must be rolled back: whoever is on call gets the task at once.
     *
     * @param what the limit and the figure, in a sentence
     * @param reporter login name of the person, or {@link TrailEntry#PRODUCT}
     * @return false when no ring of the case is open; the breach is kept nevertheless
     */
    public boolean rollbackThresholdBreached(String pilotKey, String what, String reporter) {
        Instant now = clock.instant();
        breaches.save(new ThresholdBreach(
                UUID.randomUUID().toString(),
                pilotKey,
                plans.findById(pilotKey).map(RingPlan::currentRing).orElse(null),
                what,
                reporter,
                now,
                null));
        trail.append(TrailEntry.of(pilotKey, now, reporter, "rollbackThresholdBreached")
                .words("what", what)
                .build());
        events.publishEvent(new RollbackThresholdBreached(pilotKey, what, now));
        return journeys.tell("rollbackThresholdBreached", pilotKey, Map.of());
    }

    /** The breach reported last, if it was reported since the given moment. */
    @Transactional(readOnly = true)
    public Optional<ThresholdBreach> breachSince(String pilotKey, Instant since) {
        return breaches.findFirstByPilotKeyOrderByReportedAtDesc(pilotKey)
                .filter(breach -> !breach.reportedAt().isBefore(since));
    }
}
