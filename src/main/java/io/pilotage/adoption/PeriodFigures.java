package io.pilotage.adoption;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period that are counted over the portfolio; null is a gap, never zero.
 *
 * @param habitualShare percent of all intended users, rounded down
 * @param measuredValue money that was measured, in the pilot's currency
 * @param assertedValue money that is only believed; contained in no other figure
 * @param netRealised measured value less actual cost
 * @param promisedP10 what the signed money case promised for the period at P10, after cost
 */
public record PeriodFigures(
        @Nullable BigDecimal habitualShare,
        @Nullable BigDecimal measuredValue,
        @Nullable BigDecimal assertedValue,
        @Nullable BigDecimal actualCost,
        @Nullable BigDecimal netRealised,
        @Nullable BigDecimal promisedP10,
        @Nullable BigDecimal promisedP50) {

    static final PeriodFigures NONE = new PeriodFigures(null, null, null, null, null, null, null);
}
