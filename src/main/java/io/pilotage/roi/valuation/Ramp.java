package io.pilotage.roi.valuation;

import java.math.BigDecimal;
import java.math.MathContext;

/** How use grows evenly from nothing to full; the same law by which a period is held against what was promised. */
final class Ramp {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final BigDecimal years;

    /** @param months until full use; not negative */
    Ramp(BigDecimal months) {
        years = months.divide(MONTHS, Draws.DIGITS);
    }

    /** Share of full use in a year, from 0 to 1, on average. @param year counted from one */
    BigDecimal share(int year) {
        return fullYears(BigDecimal.valueOf(year)).subtract(fullYears(BigDecimal.valueOf(year - 1L)));
    }

    private BigDecimal fullYears(BigDecimal time) {
        MathContext digits = Draws.DIGITS;
        return time.compareTo(years) >= 0
                ? time.subtract(years.divide(TWO, digits))
                : time.multiply(time).divide(years.multiply(TWO), digits);
    }
}
