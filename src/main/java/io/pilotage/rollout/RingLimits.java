package io.pilotage.rollout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The limits that hold in every ring; a null one was not asked of a low-tier pilot and binds nobody.
 *
 * @param availabilityMin percent
 * @param overrideMin percent of cases in which people decide otherwise; fewer means that everything is waved through
 * @param overrideMax percent; more means that nobody trusts it
 * @param reviewSecondsMin median seconds a person looks at a case
 * @param latencySecondsMax seconds to an answer in 95 of 100 cases
 * @param unitCostModel cost of one case in the signed money case, in the pilot's currency
 */
public record RingLimits(
        BigDecimal availabilityMin,
        @Nullable BigDecimal overrideMin,
        @Nullable BigDecimal overrideMax,
        @Nullable BigDecimal reviewSecondsMin,
        @Nullable BigDecimal latencySecondsMax,
        @Nullable BigDecimal unitCostModel) {

    private static final BigDecimal TOLERANCE = new BigDecimal("1.15");

    /** The highest cost of one case that is still within the model: 15 % above it; cheaper is always within. */
    public @Nullable BigDecimal unitCostMax() {
        return unitCostModel == null ? null : unitCostModel.multiply(TOLERANCE).setScale(4, RoundingMode.HALF_UP);
    }

    /** Whether the lower end of the override band lies above its upper end. */
    boolean isBandUpsideDown() {
        return overrideMin != null && overrideMax != null && overrideMin.compareTo(overrideMax) > 0;
    }
}
