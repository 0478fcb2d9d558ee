package io.pilotage.roi;

import io.pilotage.evidence.EvidenceFile;
import io.pilotage.evidence.EvidenceRow;
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
        if (periodTo != null && measuredOn.isBefore(periodTo)) {
            throw new Refused("roi.baseline.beforeEnd", measuredOn, periodTo);
        }
        if (isMeasured() && sampleSize != null && sampleSize.signum() == 0) {
            throw new Refused("roi.baseline.sample");
        }
        return this;
    }

    /** @throws Refused when the rows kept as its evidence are in another unit or of days outside its period */
    public Baseline agreeingWith(EvidenceFile file) {
        for (EvidenceRow row : file.rows()) {
            if (row.unit() != null && !row.unit().equals(unit)) {
                throw new Refused("roi.baseline.unit", file.name(), row.unit(), unit);
            }
            if (row.day() != null
                    && (periodFrom != null && row.day().isBefore(periodFrom)
                            || periodTo != null && row.day().isAfter(periodTo))) {
                throw new Refused("roi.baseline.row", row.rowNumber(), file.name(), row.day());
            }
        }
        return this;
    }
}
