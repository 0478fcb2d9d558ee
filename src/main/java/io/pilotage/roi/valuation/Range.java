package io.pilotage.roi.valuation;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A figure with its stated range: in nine of ten cases more than {@code low}, as often more as less than {@code middle},
 * in one of ten more than {@code high}. Between and beyond, chance follows half a normal curve on either side.
 */
public record Range(BigDecimal low, BigDecimal middle, BigDecimal high) {

    /** Where one of ten lies, in standard deviations of the normal curve. */
    private static final BigDecimal TENTH = new BigDecimal("1.2815515655446004");

    /** @throws IllegalArgumentException when the figures are out of order; whoever asks people checks before */
    public Range {
        if (low.compareTo(middle) > 0 || middle.compareTo(high) > 0) {
            throw new IllegalArgumentException(low + " <= " + middle + " <= " + high + " does not hold");
        }
    }

    /** A figure that is known. */
    public static Range of(BigDecimal known) {
        return new Range(known, known, known);
    }

    /** The figure at a draw of the normal curve; never below the given floor. */
    BigDecimal at(BigDecimal deviation, BigDecimal floor) {
        BigDecimal side = deviation.signum() < 0 ? middle.subtract(low) : high.subtract(middle);
        MathContext digits = Draws.DIGITS;
        return middle.add(side.multiply(deviation, digits).divide(TENTH, digits))
                .max(floor);
    }
}
