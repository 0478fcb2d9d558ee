package io.pilotage.seal;

import java.io.IOException;
import java.math.BigDecimal;
import org.erdtman.jcs.NumberToJSON;

/**
 * Writes numbers as PRML 0.1 section 3.5 has them: the shortest digits that mean the same number of IEEE 754, always with
 * a point, very small and very large ones with an exponent of at least two digits.
 */
final class PrmlNumbers {

    private static final int SMALLEST = -4;
    private static final int LARGEST = 16;

    private PrmlNumbers() {}

    /** @throws IllegalArgumentException when it is not finite: such a threshold asserts nothing */
    static String text(double value) {
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        if (shortest.signum() == 0) {
            return "0.0";
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String sign = shortest.signum() < 0 ? "-" : "";
        if (exponent >= SMALLEST && exponent < LARGEST) {
            String plain = shortest.abs().toPlainString();
            return sign + (plain.contains(".") ? plain : plain + ".0");
        }
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return sign + digits.charAt(0) + "." + fraction
                + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** The digits of RFC 8785, which are the shortest too; Java's own are not always. */
    private static BigDecimal shortest(double value) {
        try {
            return new BigDecimal(NumberToJSON.serializeNumber(value));
        } catch (IOException notFinite) {
            throw new IllegalArgumentException("A threshold must be a finite number", notFinite);
        }
    }
}
