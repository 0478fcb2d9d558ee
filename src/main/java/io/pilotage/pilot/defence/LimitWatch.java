package io.pilotage.pilot.defence;

import io.pilotage.identity.Role;
import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import io.pilotage.pilot.defence.WatchedLimit.Consequence;
import io.pilotage.workflow.Journeys;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Journeys journeys;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SealedTerms> sealed;

    LimitWatch(
            WatchedLimits limits,
            KillOrDefend kills,
            Journeys journeys,
            Clock clock,
            ApplicationEventPublisher events,
            ObjectProvider<SealedTerms> sealed) {
        this.limits = limits;
        this.kills = kills;
        this.journeys = journeys;
        this.clock = clock;
        this.events = events;
        this.sealed = sealed;
    }

    /** Watches these limits from now on, in place of those of an earlier agreement that are not agreed once more. */
    public void watch(String pilotKey, Agreement agreement, List<Terms> agreed) {
        List<Terms> added = new ArrayList<>(agreed);
        of(pilotKey).stream()
                .filter(earlier -> earlier.agreement() == agreement && !added.removeIf(earlier::is))
                .forEach(earlier -> {
                    earlier.replace();
                    limits.save(earlier);
                });
        for (Terms terms : added) {
            WatchedLimit limit = limits.save(WatchedLimit.of(pilotKey, agreement, terms));
            journeys.start(
                    "limitAgreed",
                    pilotKey,
                    Map.of("limitId", limit.id(), "limitChecker", limit.checker(), "limitDue", dayOf(limit.dueOn())));
        }
    }

    /** The limits of a defence that was upheld are watched like the first ones; missed once more, it stops. */
    @EventListener
    public void watch(PilotDefended defended) {
        watch(
                defended.pilotKey(),
                Agreement.DEFENCE,
                defended.limits().stream()
                        .map(limit -> new Terms(
                                limit.metric(),
                                limit.comparator(),
                                limit.threshold(),
                                limit.checkedOn(),
                                "once",
                                limit.source(),
                                Role.FINANCE_PARTNER,
                                Role.BU_SPONSOR,
                                Consequence.DEFEND))
                        .toList());
    }

    /**
     * Notes the figure that somebody read.
     *
     * @return whether the limit is kept
     * @throws Refused when it is said to have been read in the future, or when the limit is not what was sealed
     */
    public boolean read(String id, BigDecimal figure, LocalDate on) {
        WatchedLimit limit = asSealed(get(id));
        limit.read(figure, on, today());
        return limits.save(limit).isKept();
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
        boolean asked = limit.countsOn(on)
                && journeys.tell(
                        "limitMeasured",
                        limit.pilotKey(),
                        Map.of("limitId", limit.id()),
                        Map.of("limitKept", limit.isKept()));
        if (!asked && limit.countsOn(on) && !limit.isKept()) {
            events.publishEvent(new LimitMet(limit.id()));
        }
    }

    /** The next day on which it is looked at, or empty when it was agreed to look once. */
    public Optional<Date> scheduleNext(String id) {
        WatchedLimit limit = get(id);
        Optional<LocalDate> next = limit.scheduleNext();
        limits.save(limit);
        return next.map(LimitWatch::dayOf);
    }

    /**
     * Does what was agreed for a limit that is not kept.
     *
     * @param reason one sentence that a sponsor understands
     * @param agreed the limit as it is shown to people
     */
    public void miss(String id, String reason, String agreed) {
        WatchedLimit limit = get(id);
        if (!limit.meet(today())) {
            return;
        }
        limits.save(limit);
        if (limit.consequence() == Consequence.SHRINK) {
            events.publishEvent(new LimitMissed(limit.pilotKey(), limit.metric()));
            return;
        }
        BigDecimal figure = limit.measured();
        KillCause cause = new KillCause(
                reason,
                agreed,
                figure == null ? null : figure.stripTrailingZeros().toPlainString(),
                limit.dueOn());
        kills.open(limit.pilotKey(), cause, limit.consequence() == Consequence.STOP, limit.defender());
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

    /** Nothing is judged by a limit that somebody changed after it was sealed. */
    private WatchedLimit asSealed(WatchedLimit limit) {
        boolean changed = sealed.stream()
                .map(terms -> terms.of(limit.pilotKey(), limit.agreement()))
                .anyMatch(agreed -> !agreed.isEmpty() && agreed.stream().noneMatch(limit::is));
        if (changed) {
            throw new Refused("pilot.limit.notAsSealed", limit.metric());
        }
        return limit;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Date dayOf(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
