package io.pilotage.roi.valuation;

import java.math.BigDecimal;

/**
 * Under which terms a money case is valued; kept with the seal, so that the same figures come out years later.
 *
 * @param currency ISO 4217
 * @param discountRate percent a year, from the decision table {@code valuationTerms}
 * @param years that are looked at, from the same table
 * @param seed with which chance begins
 * @param draws how often chance is asked
 * @param formula version of this arithmetic
 */
public record Terms(String currency, BigDecimal discountRate, int years, long seed, int draws, String formula) {

    /** The arithmetic of this package; a change of any figure is a new version. */
    public static final String FORMULA = "valuation/1";

    BigDecimal rate() {
        return discountRate.movePointLeft(2);
    }
}
