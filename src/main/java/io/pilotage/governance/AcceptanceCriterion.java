package io.pilotage.governance;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What must come out of an evaluation.
 *
 * @param metric name or address of the metric
 * @param comparator {@code atLeast}, {@code moreThan}, {@code exactly}, {@code atMost} or {@code lessThan}
 * @param threshold in the unit of the metric
 * @param datasetId name and version of the test data
 * @param datasetSha256 of the test data, hexadecimal
 * @param seed with which chance begins
 */
public record AcceptanceCriterion(
        String metric,
        String comparator,
        BigDecimal threshold,
        String datasetId,
        String datasetSha256,
        BigInteger seed) {

    /** How far two figures may lie apart and still be the same (PRML 0.1, section 5.1). */
    private static final BigDecimal SAME = new BigDecimal("1e-9");

    /** Whether the figure that came out is good enough. */
    public boolean isMetBy(BigDecimal observed) {
        int side = observed.compareTo(threshold);
        return switch (comparator) {
            case "atLeast" -> side >= 0;
            case "moreThan" -> side > 0;
            case "atMost" -> side <= 0;
            case "lessThan" -> side < 0;
            case "exactly" -> observed.subtract(threshold).abs().compareTo(SAME) < 0;
            default -> throw new IllegalStateException("No comparator '" + comparator + "'");
        };
    }

    /** The comparator as a sign, for example {@code >=}. */
    public String sign() {
        return switch (comparator) {
            case "atLeast" -> ">=";
            case "moreThan" -> ">";
            case "atMost" -> "<=";
            case "lessThan" -> "<";
            case "exactly" -> "==";
            default -> throw new IllegalStateException("No comparator '" + comparator + "'");
        };
    }
}
