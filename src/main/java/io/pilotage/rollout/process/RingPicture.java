package io.pilotage.rollout.process;

import io.pilotage.rollout.Ring;
import io.pilotage.rollout.RingFigures;
import io.pilotage.rollout.RingLimits;
import io.pilotage.rollout.RingPlan;
import io.pilotage.rollout.RingReview;
import io.pilotage.rollout.Rollout;
import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.Notation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The rings of a case as a decider reads them. */
@Component
class RingPicture {

    private final RolloutManagement rollout;
    private final Rollout breaches;
    private final MessageSource messages;

    RingPicture(RolloutManagement rollout, Rollout breaches, MessageSource messages) {
        this.rollout = rollout;
        this.breaches = breaches;
        this.messages = messages;
    }

    List<Map<String, Object>> all(String pilotKey) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rollout.planOf(pilotKey)
                .map(RingPlan::rings)
                .orElse(List.of())
                .forEach(ring -> rows.add(row(rows.size(), ring)));
        return rows;
    }

    /** The current ring as {@code ring}; empty without a plan. */
    Map<String, Object> current(String pilotKey) {
        return rollout.planOf(pilotKey)
                .map(plan -> {
                    Map<String, Object> ring = row(plan.currentRing(), plan.ring());
                    ring.put("openedOn", day(plan.openedAt()));
                    ring.put("dwellEndsOn", day(plan.dwellEndsAt()));
                    return Map.<String, Object>of("ring", ring);
                })
                .orElse(Map.of());
    }

    /** The current ring, and why it is to be taken back: a reported breach, else what its review said. */
    Map<String, Object> withReasonToRollBack(String pilotKey) {
        Map<String, Object> context = new HashMap<>(current(pilotKey));
        rollout.planOf(pilotKey).map(RingPlan::openedAt).ifPresent(opened -> {
            rollout.reviewsOf(pilotKey).stream()
                    .filter(review -> !review.reviewedAt().isBefore(opened) && review.reason() != null)
                    .findFirst()
                    .ifPresent(review -> context.put("breach", Map.of("what", String.valueOf(review.reason()))));
            breaches.breachSince(pilotKey, opened)
                    .ifPresent(breach -> context.put("breach", Map.of("what", breach.what())));
        });
        return context;
    }

    /** What was agreed for the current ring. */
    List<Map<String, Object>> limits(String pilotKey) {
        return rollout.planOf(pilotKey).map(plan -> rows(plan, null)).orElse(List.of());
    }

    /** The figures of the last review beside what was agreed. */
    List<Map<String, Object>> figures(String pilotKey) {
        return rollout.planOf(pilotKey)
                .map(plan -> rows(
                        plan, rollout.reviewsOf(pilotKey).stream().findFirst().orElse(null)))
                .orElse(List.of());
    }

    private List<Map<String, Object>> rows(RingPlan plan, @Nullable RingReview review) {
        Ring ring = plan.ring();
        RingLimits limits = plan.limits();
        RingFigures figures = review == null ? null : review.figures();
        List<Map<String, Object>> rows = new ArrayList<>();
        add(rows, "use", review == null ? null : least(review), ring.promoteUse(), null);
        add(
                rows,
                "override",
                figures == null ? null : figures.overrideRate(),
                limits.overrideMin(),
                limits.overrideMax());
        add(rows, "reviewTime", figures == null ? null : figures.reviewSeconds(), limits.reviewSecondsMin(), null);
        add(rows, "incidents", figures == null ? null : figures.incidents(), null, ring.holdIncidents());
        add(rows, "availability", figures == null ? null : figures.availability(), limits.availabilityMin(), null);
        add(rows, "latency", figures == null ? null : figures.latencySeconds(), null, limits.latencySecondsMax());
        add(rows, "unitCost", figures == null ? null : figures.unitCost(), null, limits.unitCostMax());
        if (figures != null && figures.contractMet() != null) {
            add(rows, "contract", figures.contractMet(), RolloutManagement.CONTRACT_MET, null);
        }
        add(rows, "findings", figures == null ? null : figures.openFindings(), null, 0);
        return rows;
    }

    private void add(
            List<Map<String, Object>> rows,
            String metric,
            @Nullable Number measured,
            @Nullable Number least,
            @Nullable Number most) {
        if (least == null && most == null) {
            return;
        }
        String limit = least == null
                ? words("rollout.atMost", plain(most))
                : most == null
                        ? words("rollout.atLeast", plain(least))
                        : words("rollout.between", plain(least), plain(most));
        rows.add(Map.of("metric", words("rollout.limit." + metric), "value", plain(measured), "limit", limit));
    }

    private static @Nullable BigDecimal least(RingReview review) {
        return review.segments().stream()
                .map(RingReview.SegmentUse::share)
                .min(BigDecimal::compareTo)
                .orElse(null);
    }

    private static String plain(@Nullable Number number) {
        return number == null ? "–" : Notation.plain(new BigDecimal(number.toString()));
    }

    private static Map<String, Object> row(int number, Ring ring) {
        Map<String, Object> row = new HashMap<>();
        row.put("ring", number);
        row.put("scope", ring.scope());
        row.put("users", ring.users());
        row.put("dwellDays", ring.dwellDays());
        return row;
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "–" : at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
