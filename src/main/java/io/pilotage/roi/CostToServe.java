package io.pilotage.roi;

import io.pilotage.roi.CostLine.Behaviour;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What running the pilot costs a year at full price (R91), and what operations added to it.
 *
 * @param reviewMinutes minutes of human checking per case, on average over all cases
 * @param reviewHourlyCost full cost of one hour of checking
 * @param subsidyAmount money a year that the pilot gets for free today; it is in the lines at full price
 * @param confirmedBy who in operations looked at it; null before that and on the short path
 * @param extraFixed what operations expects on top, per year
 * @param extraPerUnit what operations expects on top, per case
 */
@Table("cost_to_serve")
public record CostToServe(
        @Id String pilotKey,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<CostLine> lines,

        BigDecimal reviewMinutes,
        BigDecimal reviewHourlyCost,
        @Nullable BigDecimal lowVolume,
        @Nullable BigDecimal highVolume,
        @Nullable BigDecimal energyKwh,
        @Nullable String subsidies,
        @Nullable BigDecimal subsidyAmount,
        String costOwner,
        @Nullable String confirmedBy,
        BigDecimal extraFixed,
        BigDecimal extraPerUnit,
        @Nullable String correction,
        @Version @Nullable Integer version) {

    static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    /** Operations agrees, or says what it costs on top. */
    public CostToServe confirmed(
            String by, @Nullable BigDecimal fixed, @Nullable BigDecimal perUnit, @Nullable String reason) {
        return new CostToServe(
                pilotKey,
                lines,
                reviewMinutes,
                reviewHourlyCost,
                lowVolume,
                highVolume,
                energyKwh,
                subsidies,
                subsidyAmount,
                costOwner,
                by,
                fixed == null ? BigDecimal.ZERO : fixed,
                perUnit == null ? BigDecimal.ZERO : perUnit,
                reason,
                version);
    }

    /** Cost a year for so many cases a year, not rounded. */
    public BigDecimal perYear(BigDecimal volume) {
        return lines.stream()
                .map(line -> line.perYear(volume))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(reviewMinutes.multiply(reviewHourlyCost).multiply(volume).divide(MINUTES, MathContext.DECIMAL128))
                .add(extraFixed)
                .add(extraPerUnit.multiply(volume));
    }

    /** Cost a year that does not depend on the number of cases. */
    BigDecimal fixed() {
        return sum(Behaviour.FIXED).add(extraFixed);
    }

    /** Sixty times the cost of one case, so that minutes need no division. */
    BigDecimal perUnitTimesSixty() {
        return sum(Behaviour.PER_UNIT)
                .add(extraPerUnit)
                .multiply(MINUTES)
                .add(reviewMinutes.multiply(reviewHourlyCost));
    }

    List<CostLine> steps() {
        return lines.stream().filter(line -> line.is(Behaviour.STEP)).toList();
    }

    private BigDecimal sum(Behaviour behaviour) {
        return lines.stream()
                .filter(line -> line.is(behaviour))
                .map(CostLine::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
