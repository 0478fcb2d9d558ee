package io.pilotage.pilot.defence;

import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import io.pilotage.pilot.defence.WatchedLimit.Consequence;
import io.pilotage.workflow.Journeys;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Watches the limits that were agreed, each on its day, whoever agreed them; nobody's silence keeps a limit. */
@Service
@Transactional
public class LimitWatch {

    private final WatchedLimits limits;
    private final KillOrDefend kills;
    private final LimitTimes times;
    private final Journeys journeys;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SealedTerms> sealed;

    LimitWatch(
            WatchedLimits limits,
            KillOrDefend kills,
            LimitTimes times,
            Journeys journeys,
            Clock clock,
            ApplicationEventPublisher events,
            ObjectProvider<SealedTerms> sealed) {
        this.limits = limits;
        this.kills = kills;
        this.times = times;
        this.journeys = journeys;
        this.clock = clock;
        this.events = events;
        this.sealed = sealed;
    }

    /** Watches these limits from now on, in place of those of an earlier agreement that are not agreed once more. */
    public void watch(String pilotKey, Agreement agreement, List<Terms> agreed) {
        watch(pilotKey, agreement, null, agreed);
    }

    private void watch(String pilotKey, Agreement agreement, @Nullable String defended, List<Terms> agreed) {
        List<Terms> added = new ArrayList<>(agreed);
        of(pilotKey).stream()
                .filter(earlier -> earlier.isOf(agreement, defended) && !added.removeIf(earlier::is))
                .forEach(earlier -> {
                    earlier.replace();
                    limits.save(earlier);
                });
        for (Terms terms : added) {
            WatchedLimit limit = limits.save(WatchedLimit.of(pilotKey, agreement, defended, terms));
            Map<String, Object> variables = new HashMap<>(times.of(limit));
            variables.put("limitId", limit.id());
            variables.put("limitChecker", limit.checker());
            journeys.start("limitAgreed", pilotKey, variables);
        }
    }

    /**
     * The limits of a defence that was upheld are watched like the first ones; missed once more, it stops. What was missed
     * while the pilot was defended happens now.
     */
    @EventListener
    public void watch(PilotDefended defended) {
        watch(
                defended.pilotKey(),
                Agreement.DEFENCE,
                defended.criterion(),
                defended.limits().stream().map(Defence.Limit::terms).toList());
        of(defended.pilotKey()).stream()
                .filter(WatchedLimit::isWaiting)
                .forEach(limit -> events.publishEvent(new LimitMet(limit.id())));
    }

    /**
     * Notes the figure that somebody read.
     *
     * @return whether it decides at once, and not only when the day of the limit is over
     * @throws Refused when it is said to have been read in the future, or when the limit is not what was sealed
     */
    public boolean read(String id, BigDecimal figure, LocalDate on) {
        WatchedLimit limit = asSealed(get(id));
        limit.read(figure, on, today());
        return limits.save(limit).decidesOn(on);
    }

    /** The limit shortly before its day; a figure that is too old for that day is forgotten. */
    public WatchedLimit recall(String id) {
        WatchedLimit limit = get(id);
        limit.forgetBefore(times.oldest(limit));
        return limits.save(limit);
    }

    /**
     * Holds a figure that was measured against every limit on it. A limit that counts on that day is judged at once,
     * whether somebody is asked to read it or nobody is yet; before that day the figure only shows how near it is.
     *
     * @param metric code of the measure
     * @param on the last day the figure is about
     * @throws Refused when a limit is not what was sealed
     */
    public void measured(String pilotKey, String metric, BigDecimal figure, LocalDate on) {
        of(pilotKey).stream()
                .filter(limit -> limit.metric().equals(metric) && limit.isWatched())
                .forEach(limit -> {
                    asSealed(limit).read(figure, on, today());
                    judge(limits.save(limit), on);
                });
    }

    private void judge(WatchedLimit limit, LocalDate on) {
        boolean asked = journeys.tell(
                "limitMeasured",
                limit.pilotKey(),
                Map.of("limitId", limit.id()),
                Map.of("limitDecides", limit.decidesOn(on)));
        if (!asked && limit.countsOn(on) && !limit.isKept()) {
            events.publishEvent(new LimitMet(limit.id()));
        }
    }

    /** The times of the next day on which it is looked at, or empty when it was agreed to look once. */
    public Optional<Map<String, Object>> scheduleNext(String id) {
        WatchedLimit limit = get(id);
        Optional<LocalDate> next = limit.scheduleNext();
        limits.save(limit);
        return next.map(day -> times.of(limit));
    }

    /**
     * Does what was agreed for a limit that is not kept; while another question is open, as soon as that is answered.
     *
     * @param reason one sentence that a sponsor understands
     * @param agreed the limit as it is shown to people
     */
    public void miss(String id, String reason, String agreed) {
        WatchedLimit limit = get(id);
        if (!limit.meet(today())) {
            return;
        }
        if (limit.consequence() == Consequence.SHRINK) {
            limit.raise();
            limits.save(limit);
            events.publishEvent(new LimitMissed(limit.pilotKey(), limit.metric()));
            return;
        }
        BigDecimal figure = limit.measured();
        KillCause cause = new KillCause(
                reason,
                agreed,
                figure == null ? null : figure.stripTrailingZeros().toPlainString(),
                limit.dueOn());
        boolean finalWord = limit.consequence() == Consequence.STOP;
        if (kills.open(limit.pilotKey(), cause, limit.criterion(), finalWord, limit.defender())) {
            limit.raise();
        }
        limits.save(limit);
    }

    /** The limit in the moment that decides. @throws Refused when it is not what was sealed */
    @Transactional(readOnly = true)
    public WatchedLimit judged(String id) {
        return asSealed(get(id));
    }

    /** @throws Refused when there is no such limit */
    @Transactional(readOnly = true)
    public WatchedLimit get(String id) {
        return limits.findById(id).orElseThrow(() -> new Refused("pilot.limit.unknown"));
    }

    /** The limits of a case that count now, by their day. */
    @Transactional(readOnly = true)
    public List<WatchedLimit> of(String pilotKey) {
        return limits.findByPilotKeyOrderByDueOn(pilotKey).stream()
                .filter(limit -> !limit.isReplaced())
                .toList();
    }

    /** Limits that somebody watches, over all cases, by the day that decides. @param most how many at most */
    @Transactional(readOnly = true)
    public List<WatchedLimit> next(int most) {
        return limits.findByReplacedFalseAndMetOnIsNullAndClosedOnIsNullOrderByDueOnAscIdAsc(Limit.of(most));
    }

    /** Nothing is judged by a limit that somebody changed after it was sealed; one that is over judges nothing anyway. */
    private WatchedLimit asSealed(WatchedLimit limit) {
        boolean changed = sealed.stream()
                .map(terms -> terms.of(limit.pilotKey(), limit.agreement()))
                .anyMatch(agreed -> !agreed.isEmpty() && agreed.stream().noneMatch(limit::is));
        if (limit.isWatched() && changed) {
            throw new Refused("pilot.limit.notAsSealed", limit.metric());
        }
        return limit;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
