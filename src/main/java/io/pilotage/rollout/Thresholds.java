package io.pilotage.rollout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the figures of a ring against its thresholds. A limit that was agreed and not measured counts as broken; the
 * group that uses it least counts, never the average (R60).
 */
record Thresholds(Ring ring, RingLimits limits) {

    /** Codes of the thresholds for promotion that do not hold, in the order of the review form; empty when all hold. */
    List<String> broken(RingFigures figures, List<RingReview.SegmentUse> segments) {
        List<String> broken = new ArrayList<>();
        if (segments.isEmpty()
                || segments.stream().anyMatch(segment -> segment.share().compareTo(ring.promoteUse()) < 0)) {
            broken.add("use");
        }
        if (below(figures.overrideRate(), limits.overrideMin())
                || above(figures.overrideRate(), limits.overrideMax())) {
            broken.add("override");
        }
        if (below(figures.reviewSeconds(), limits.reviewSecondsMin())) {
            broken.add("reviewTime");
        }
        if (figures.incidents() > ring.holdIncidents()) {
            broken.add("incidents");
        }
        if (below(figures.availability(), limits.availabilityMin())) {
            broken.add("availability");
        }
        if (above(figures.latencySeconds(), limits.latencySecondsMax())) {
            broken.add("latency");
        }
        if (figures.openFindings() > 0) {
            broken.add("findings");
        }
        return broken;
    }

    /** Whether the ring did so much harm that nothing but rolling it back is left. */
    boolean mustRollBack(RingFigures figures) {
        return figures.incidents() >= ring.rollbackIncidents();
    }

    private static boolean below(@Nullable BigDecimal measured, @Nullable BigDecimal least) {
        return least != null && (measured == null || measured.compareTo(least) < 0);
    }

    private static boolean above(@Nullable BigDecimal measured, @Nullable BigDecimal most) {
        return most != null && (measured == null || measured.compareTo(most) > 0);
    }
}
