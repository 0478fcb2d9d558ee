package io.pilotage.roi.valuation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Cash year by year: what goes out or comes in now, and at the end of each year after.
 *
 * @param amounts the first now, then one for each year; negative is paid
 */
record CashFlows(List<BigDecimal> amounts) {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal WORST = new BigDecimal("-0.999999");
    private static final BigDecimal BEST = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int HALVINGS = 140;
    private static final int DECIMALS = 20;

    /** Net present value, not rounded. @param rate a year, 0.08 for eight percent; above -1 */
    BigDecimal npv(BigDecimal rate) {
        BigDecimal year = BigDecimal.ONE.add(rate);
        BigDecimal value = BigDecimal.ZERO;
        for (int i = amounts.size() - 1; i >= 0; i--) {
            value = value.divide(year, DIGITS).add(amounts.get(i));
        }
        return value;
    }

    /**
     * The rate at which the present value is zero, to twenty decimals; empty where there is none or more than one could
     * be, because the cash does not change its sign exactly once.
     */
    Optional<BigDecimal> irr() {
        if (signChanges() != 1) {
            return Optional.empty();
        }
        BigDecimal low = WORST;
        BigDecimal high = BEST;
        int atLow = npv(low).signum();
        if (atLow == npv(high).signum()) {
            return Optional.empty();
        }
        for (int i = 0; i < HALVINGS; i++) {
            BigDecimal middle = low.add(high).divide(TWO, DIGITS);
            int sign = npv(middle).signum();
            if (sign == 0) {
                return Optional.of(middle.setScale(DECIMALS, RoundingMode.HALF_EVEN));
            }
            if (sign == atLow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(low.setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    /**
     * Years until what was paid has come back and stays back, with cash coming evenly during a year; empty when it never
     * does, zero when nothing is ever paid.
     */
    Optional<BigDecimal> payback() {
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal years = BigDecimal.ZERO;
        boolean back = true;
        for (int i = 0; i < amounts.size(); i++) {
            BigDecimal before = paid;
            paid = paid.add(amounts.get(i));
            if (paid.signum() < 0) {
                back = false;
            } else if (!back) {
                back = true;
                years = BigDecimal.valueOf(i - 1L)
                        .add(before.negate().divide(amounts.get(i), DIGITS))
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
            }
        }
        return back ? Optional.of(years) : Optional.empty();
    }

    private long signChanges() {
        int last = 0;
        int changes = 0;
        for (BigDecimal amount : amounts) {
            if (amount.signum() != 0) {
                changes += last != 0 && amount.signum() != last ? 1 : 0;
                last = amount.signum();
            }
        }
        return changes;
    }
}
