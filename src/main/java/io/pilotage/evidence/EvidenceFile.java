package io.pilotage.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Rows that were brought together and are kept unchanged.
 *
 * @param name of the file, or where the rows came from
 * @param sha256 of the bytes as they came, hexadecimal
 * @param metric the measure the rows are about, as a limit names it; null when no limit is held against them
 * @param taken how the rows become one figure; null without a measure
 */
@Table("evidence_file")
public record EvidenceFile(
        @Id String id,
        String pilotKey,
        Purpose purpose,
        String name,
        String sha256,
        @Nullable String metric,
        @Nullable Taken taken,

        @MappedCollection(idColumn = "file_id", keyColumn = "position")
        List<EvidenceRow> rows,

        String broughtBy,
        Instant broughtAt,
        @Version @Nullable Integer version) {

    private static final BigDecimal NINETY_FIVE = new BigDecimal("1.96");
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final int DECIMALS = 4;

    public int count() {
        return rows.size();
    }

    public BigDecimal sum() {
        return rows.stream().map(EvidenceRow::figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The rows as one figure, taken together as the mapping says. */
    public BigDecimal figure() {
        return switch (Objects.requireNonNullElse(taken, Taken.MEAN)) {
            case MEAN -> mean();
            case SUM -> sum();
            case LAST ->
                rows.stream()
                        .max(Comparator.comparing(row -> Objects.requireNonNullElse(row.day(), LocalDate.MIN)))
                        .map(EvidenceRow::figure)
                        .orElseGet(this::mean);
        };
    }

    /** The last day the rows are about; empty when they name none. */
    public Optional<LocalDate> lastDay() {
        return rows.stream().map(EvidenceRow::day).filter(Objects::nonNull).max(LocalDate::compareTo);
    }

    /** Mean of the figures, four decimals. */
    public BigDecimal mean() {
        return sum().divide(BigDecimal.valueOf(rows.size()), DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Half the width of the 95 % confidence interval of the mean, four decimals; null for a single row. */
    public @Nullable BigDecimal uncertainty() {
        if (rows.size() < 2) {
            return null;
        }
        BigDecimal count = BigDecimal.valueOf(rows.size());
        BigDecimal mean = sum().divide(count, DIGITS);
        BigDecimal squares =
                rows.stream().map(row -> row.figure().subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return squares.divide(count.subtract(BigDecimal.ONE), DIGITS)
                .divide(count, DIGITS)
                .sqrt(DIGITS)
                .multiply(NINETY_FIVE)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
