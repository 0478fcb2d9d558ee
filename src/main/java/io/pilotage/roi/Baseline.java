package io.pilotage.roi;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How the work goes before the pilot changes it (R87): the figure, its date, source, sample and owner.
 *
 * @param value in {@code unit}
 * @param uncertainty plus or minus, in {@code unit}
 * @param basis {@code measured} or {@code estimated}
 * @param evidenceSha256 hash of the rows that are kept as its evidence; null when it was only entered
 * @param sampleSize cases looked at; null on the short path
 */
@Table("baseline")
public record Baseline(
        @Id String pilotKey,
        String metric,
        String unit,
        @Column("measured_value") BigDecimal value,
        @Nullable BigDecimal uncertainty,
        String basis,
        LocalDate measuredOn,
        @Nullable BigDecimal sampleSize,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        String sourceSystem,
        @Nullable String owner,
        @Nullable String method,
        @Nullable String confounders,
        @Nullable String comparisonGroup,
        @Nullable String evidenceSha256,
        @Version @Nullable Integer version) {

    private static final String MEASURED = "measured";

    /** Whether it is a measurement and not an estimate. */
    public boolean isMeasured() {
        return basis.equals(MEASURED);
    }

    /** @throws Refused when it cannot be true: known tomorrow, a period that ends before it begins, no case looked at */
    Baseline plausibleOn(LocalDate today) {
        if (measuredOn.isAfter(today)) {
            throw new Refused("roi.baseline.future");
        }
        if (periodFrom != null && periodTo != null && periodTo.isBefore(periodFrom)) {
            throw new Refused("roi.baseline.period");
        }
        if (isMeasured() && sampleSize != null && sampleSize.signum() == 0) {
            throw new Refused("roi.baseline.sample");
        }
        return this;
    }
}
