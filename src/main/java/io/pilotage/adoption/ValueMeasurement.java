package io.pilotage.adoption;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** What the pilot was worth in a period: what was measured and what is only believed, never added together. */
@Table("value_measurement")
public record ValueMeasurement(
        @Id String periodId,
        String pilotKey,

        @MappedCollection(idColumn = "period_id", keyColumn = "position")
        List<ValueLine> lines,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY) ActualCosts costs,
        String explanation,
        String measuredBy,
        Instant notedAt,
        @Version @Nullable Integer version) {

    /**
     * One effect of the pilot.
     *
     * @param reading the measure in its own unit
     * @param basis {@code measured} or {@code asserted}
     * @param money realised in the pilot's currency; a loss is negative
     */
    @Table("value_line")
    public record ValueLine(
            String metric, BigDecimal reading, String method, String basis, String counterfactual, BigDecimal money) {

        boolean isMeasured() {
            return basis.equals("measured");
        }
    }

    /** @throws Refused when an estimate is called measured */
    ValueMeasurement checked() {
        lines.stream()
                .filter(line -> line.isMeasured() && line.method().equals("estimate"))
                .findFirst()
                .ifPresent(line -> {
                    throw new Refused("adoption.value.estimate", line.metric());
                });
        return this;
    }

    /** Money that was measured. */
    public BigDecimal measured() {
        return sum(true);
    }

    /** Money that is only believed; no other figure contains it. */
    public BigDecimal asserted() {
        return sum(false);
    }

    /** What was measured less what it cost. */
    public BigDecimal net() {
        return measured().subtract(costs.total());
    }

    private BigDecimal sum(boolean isMeasured) {
        return lines.stream()
                .filter(line -> line.isMeasured() == isMeasured)
                .map(ValueLine::money)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
