package io.pilotage.roi.valuation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

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

    /** The arithmetic of money cases; a change of any figure is a new version. */
    public static final String FORMULA = "valuation/2";

    /** The first arithmetic rounded the sums of a money case to two decimals in every currency. */
    private static final String TO_CENTS = "valuation/1";

    private static final int CENTS = 2;

    /** Decimals of the sums of a money case under these terms. */
    public int digits() {
        return formula.equals(TO_CENTS) ? CENTS : digits(currency);
    }

    /** Decimals of the sums of a money case: those of its currency, at most the two that forms ask for. */
    public static int digits(@Nullable String currency) {
        return Math.min(CENTS, Money.digits(currency));
    }

    BigDecimal rate() {
        return discountRate.movePointLeft(2);
    }
}
