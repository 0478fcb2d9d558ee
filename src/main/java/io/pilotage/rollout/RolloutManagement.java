package io.pilotage.rollout;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.Roster;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rings of a pilot: plan them, open, review, promote, hold, take back. */
@Service
@Transactional
public class RolloutManagement {

    /** Percent of data deliveries that must have come as agreed before production. */
    public static final BigDecimal CONTRACT_MET = new BigDecimal("95");

    private final RingPlans plans;
    private final RingReviews reviews;
    private final RingSteps steps;
    private final RingRollbacks rollbacks;
    private final ChangeNotices notices;
    private final RingCalendar calendar;
    private final PilotManagement pilots;
    private final RedesignManagement redesign;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RolloutManagement(
            RingPlans plans,
            RingReviews reviews,
            RingSteps steps,
            RingRollbacks rollbacks,
            ChangeNotices notices,
            RingCalendar calendar,
            PilotManagement pilots,
            RedesignManagement redesign,
            Clock clock,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.reviews = reviews;
        this.steps = steps;
        this.rollbacks = rollbacks;
        this.notices = notices;
        this.calendar = calendar;
        this.pilots = pilots;
        this.redesign = redesign;
        this.clock = clock;
        this.events = events;
    }

    /** Plans the rings. @throws Refused when the plan contradicts itself */
    public void plan(String pilotKey, RingLimits limits, List<Ring> rings) {
        int intended = redesign.rosterOf(pilotKey).map(Roster::intended).orElse(0);
        plans.save(RingPlan.of(
                pilotKey, limits, rings, intended, plans.findById(pilotKey).orElse(null)));
    }

    /** Keeps what the users of a ring were told before it opens. */
    public void announce(ChangeNotice notice) {
        notices.save(notice);
    }

    /** Opens the current ring and starts its dwell. */
    public RingOpening openRing(String pilotKey) {
        Pilot pilot = pilots.get(pilotKey);
        RingPlan plan = get(pilotKey);
        Instant now = clock.instant();
        plan.open(now);
        plans.save(plan);
        note(plan, RingStep.Kind.OPENED);
        events.publishEvent(
                new RingOpened(pilotKey, plan.currentRing(), plan.ring().users(), now));
        Instant dwellEnds = Objects.requireNonNull(plan.dwellEndsAt());
        return new RingOpening(
                plan.currentRing(),
                dwellEnds,
                calendar.reviewOpens(pilot, now, dwellEnds),
                calendar.reviewer(pilot, plan.currentRing()).group(),
                plan.isLastRing());
    }

    /**
     * Keeps a review of the current ring.
     *
     * @throws Refused when it promotes although a threshold is broken or the pilot is unmeasured, or when it does
     *     anything but roll back although so much harm was done
     */
    public void review(RingReview review) {
        RingPlan plan = get(review.pilotKey());
        if (plan.thresholds().mustRollBack(review.figures())
                && !review.decision().equals("rollback")) {
            throw new Refused("rollout.review.mustRollBack", plan.ring().rollbackIncidents());
        }
        if (review.isPromotion()) {
            mayExpand(review.pilotKey());
            List<String> broken = plan.thresholds().broken(review.figures(), review.segments());
            if (!broken.isEmpty()) {
                throw new Refused("rollout.review.limitsBroken", Breaches.inWords(broken));
            }
        }
        reviews.save(review);
    }

    /** The ring stays as it is: by decision, or because nobody decided. */
    public void hold(String pilotKey, boolean silence) {
        plans.findById(pilotKey)
                .ifPresent(plan -> note(plan, silence ? RingStep.Kind.HELD_FOR_SILENCE : RingStep.Kind.HELD));
    }

    /** The next ring becomes the current one; it is opened later. */
    public void advance(String pilotKey) {
        forward(pilotKey, RingStep.Kind.PROMOTED);
    }

    /** Keeps what happened when the current ring was taken back. */
    public void rollBack(RingRollback rollback) {
        rollbacks.save(rollback);
        events.publishEvent(
                new RingRolledBack(rollback.pilotKey(), rollback.ring(), rollback.cause(), rollback.notedAt()));
    }

    /** After a rollback the previous ring becomes the current one. */
    public void returnToPreviousRing(String pilotKey) {
        back(pilotKey, RingStep.Kind.ROLLED_BACK);
    }

    /** Takes a pilot in use back by one ring; without a plan, as for an imported pilot, nothing is there to shrink. */
    public void shrink(String pilotKey) {
        back(pilotKey, RingStep.Kind.SHRUNK);
    }

    /** Takes a pilot in use one ring further, if there is one. @throws Refused while the pilot is unmeasured */
    public void expand(String pilotKey) {
        mayExpand(pilotKey);
        forward(pilotKey, RingStep.Kind.EXPANDED);
    }

    @Transactional(readOnly = true)
    public Optional<RingPlan> planOf(String pilotKey) {
        return plans.findById(pilotKey);
    }

    /** The reviews of a case, latest first. */
    @Transactional(readOnly = true)
    public List<RingReview> reviewsOf(String pilotKey) {
        return reviews.findByPilotKeyOrderByReviewedAtDesc(pilotKey);
    }

    /** What happened to the rings of a case, earliest first. */
    @Transactional(readOnly = true)
    public List<RingStep> stepsOf(String pilotKey) {
        return steps.findByPilotKeyOrderByPosition(pilotKey);
    }

    /** The rollbacks of a case, latest first. */
    @Transactional(readOnly = true)
    public List<RingRollback> rollbacksOf(String pilotKey) {
        return rollbacks.findByPilotKeyOrderByNotedAtDesc(pilotKey);
    }

    /** The rollback because of which the current ring is tried again, if that is so. */
    @Transactional(readOnly = true)
    public Optional<RingRollback> lastRollback(String pilotKey) {
        List<RingStep> happened = stepsOf(pilotKey);
        return happened.isEmpty() || happened.get(happened.size() - 1).kind() != RingStep.Kind.ROLLED_BACK
                ? Optional.empty()
                : rollbacksOf(pilotKey).stream().findFirst();
    }

    /** Number of the ring the pilot stands in, 0 without a plan. */
    @Transactional(readOnly = true)
    public int currentRing(String pilotKey) {
        return plans.findById(pilotKey).map(RingPlan::currentRing).orElse(0);
    }

    private void forward(String pilotKey, RingStep.Kind kind) {
        plans.findById(pilotKey).filter(RingPlan::advance).ifPresent(plan -> note(plans.save(plan), kind));
    }

    private void back(String pilotKey, RingStep.Kind kind) {
        plans.findById(pilotKey).ifPresent(plan -> {
            plan.stepBack();
            note(plans.save(plan), kind);
        });
    }

    private void mayExpand(String pilotKey) {
        if (pilots.get(pilotKey).status() == PilotStatus.UNMEASURED) {
            throw new Refused("rollout.unmeasured");
        }
    }

    private RingPlan get(String pilotKey) {
        return plans.findById(pilotKey).orElseThrow(() -> new Refused("rollout.plan.missing", pilotKey));
    }

    private void note(RingPlan plan, RingStep.Kind kind) {
        steps.save(RingStep.of(plan, steps.countByPilotKey(plan.pilotKey()), kind, clock.instant()));
    }
}
