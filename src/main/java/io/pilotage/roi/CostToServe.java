package io.pilotage.roi;

import io.pilotage.roi.CostLine.Behaviour;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What running the pilot costs a year at full price (R91), and what operations added to it.
 *
 * @param reviewMinutes minutes of human checking per case, on average over all cases
 * @param reviewHourlyCost full cost of one hour of checking
 * @param pilotVolume cases a year at the pace of the pilot; null when nobody said so
 * @param overrun per cent by which it costs more if it goes badly; null when the figures are certain
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
        @Nullable BigDecimal pilotVolume,
        @Nullable BigDecimal lowVolume,
        @Nullable BigDecimal highVolume,
        @Nullable BigDecimal overrun,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Energy energy,
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
                pilotVolume,
                lowVolume,
                highVolume,
                overrun,
                energy,
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
                .add(energy.perYear())
                .add(energy.perCase().multiply(volume))
                .add(extraFixed)
                .add(extraPerUnit.multiply(volume));
    }

    /** What each line costs a year for so many cases, not rounded; lines that cost nothing are left out. */
    public Map<CostKind, BigDecimal> byLine(BigDecimal volume) {
        Map<CostKind, BigDecimal> byLine = new EnumMap<>(CostKind.class);
        lines.forEach(line -> byLine.merge(line.kind(), line.perYear(volume), BigDecimal::add));
        byLine.put(
                CostKind.REVIEW,
                reviewMinutes.multiply(reviewHourlyCost).multiply(volume).divide(MINUTES, MathContext.DECIMAL128));
        byLine.put(CostKind.ENERGY, energy.perYear().add(energy.perCase().multiply(volume)));
        byLine.put(CostKind.OPERATIONS, extraFixed.add(extraPerUnit.multiply(volume)));
        byLine.values().removeIf(amount -> amount.signum() == 0);
        return byLine;
    }

    /** What the pilot itself pays a year for so many cases: the full price less what it gets for free today. */
    public BigDecimal asPiloted(BigDecimal volume) {
        return subsidyAmount == null
                ? perYear(volume)
                : perYear(volume).subtract(subsidyAmount).max(BigDecimal.ZERO);
    }

    /** @throws Refused when the volumes are out of order: pilot, fewer, planned, more */
    CostToServe plausibleFor(BigDecimal planned) {
        List<BigDecimal> volumes = Stream.of(pilotVolume, lowVolume, planned, highVolume)
                .filter(Objects::nonNull)
                .toList();
        if (!volumes.equals(volumes.stream().sorted().toList())) {
            throw new Refused("roi.cost.volumes", planned);
        }
        return this;
    }

    /** Cost a year that does not depend on the number of cases. */
    BigDecimal fixed() {
        return sum(Behaviour.FIXED).add(extraFixed).add(energy.perYear());
    }

    /** Sixty times the cost of one case, so that minutes need no division. */
    BigDecimal perUnitTimesSixty() {
        return sum(Behaviour.PER_UNIT)
                .add(extraPerUnit)
                .add(energy.perCase())
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
