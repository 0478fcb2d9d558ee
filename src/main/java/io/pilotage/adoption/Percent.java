package io.pilotage.adoption;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares in percent, compared without rounding and shown with one decimal. */
final class Percent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /** Part of the whole for people to read, rounded down so that nothing looks reached that is not; null of nothing. */
    static @Nullable BigDecimal of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN);
    }

    /** Whether part of the whole is at least so many percent; false of nothing. */
    static boolean isAtLeast(long part, long whole, BigDecimal percent) {
        return whole > 0
                && BigDecimal.valueOf(part).multiply(HUNDRED).compareTo(percent.multiply(BigDecimal.valueOf(whole)))
                        >= 0;
    }

    /** Whether part of the whole is at most so many percent; false of nothing. */
    static boolean isAtMost(long part, long whole, BigDecimal percent) {
        return whole > 0
                && BigDecimal.valueOf(part).multiply(HUNDRED).compareTo(percent.multiply(BigDecimal.valueOf(whole)))
                        <= 0;
    }
}
