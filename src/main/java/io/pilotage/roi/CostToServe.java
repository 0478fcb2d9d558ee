package io.pilotage.roi;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What running the pilot costs a year at full price (R91), and what operations added to it.
 *
 * @param reviewMinutes minutes of human checking a year, per case on average, or a year for each step
 * @param reviewHourlyCost full cost of one hour of checking
 * @param pilotVolume cases a year at the pace of the pilot; null when nobody said so
 * @param overrun per cent by which it costs more if it goes badly; null when the figures are certain
 * @param inference tokens that drive the line of computing; null when they are not planned
 * @param subsidyAmount money a year that the pilot gets for free today beside what the lines say; asked for before them
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

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Embedded(onEmpty = OnEmpty.USE_EMPTY)
        Review review,

        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Energy energy,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Embedded(onEmpty = OnEmpty.USE_NULL) @Nullable Inference inference,

        @Nullable String subsidies,
        @Nullable BigDecimal subsidyAmount,
        String costOwner,
        @Nullable String confirmedBy,
        BigDecimal extraFixed,
        BigDecimal extraPerUnit,
        @Nullable String correction,
        @Version @Nullable Integer version) {

    static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    public CostToServe {
        review.way().check(review.stepSize());
        energy.way().check(energy.stepSize());
    }

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
                review,
                energy,
                inference,
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
        return byLine(volume).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What each line costs a year for so many cases, not rounded; lines that cost nothing are left out. */
    public Map<CostKind, BigDecimal> byLine(BigDecimal volume) {
        Map<CostKind, BigDecimal> byLine = new EnumMap<>(CostKind.class);
        lines.forEach(line -> byLine.merge(line.kind(), line.perYear(volume), BigDecimal::add));
        byLine.put(
                CostKind.REVIEW,
                reviewTimesSixty().multiply(review.times(volume)).divide(MINUTES, MathContext.DECIMAL128));
        byLine.merge(CostKind.COMPUTING, perCaseOfTokens().multiply(volume), BigDecimal::add);
        byLine.put(CostKind.ENERGY, energy.perYear(volume));
        byLine.put(CostKind.OPERATIONS, extraFixed.add(extraPerUnit.multiply(volume)));
        byLine.values().removeIf(amount -> amount.signum() == 0);
        return byLine;
    }

    /** What the pilot itself pays a year for so many cases: the full price less what it gets for free today. */
    public BigDecimal asPiloted(BigDecimal volume) {
        return perYear(volume).subtract(subsidy()).max(BigDecimal.ZERO);
    }

    /** What the pilot gets for free a year today, line by line; empty when nothing. */
    public Map<CostKind, BigDecimal> subsidies(CostKind rest) {
        Map<CostKind, BigDecimal> free = new EnumMap<>(CostKind.class);
        lines.forEach(line -> free.merge(line.kind(), orZero(line.subsidy()), BigDecimal::add));
        free.merge(CostKind.REVIEW, orZero(review.subsidy()), BigDecimal::add);
        free.merge(CostKind.ENERGY, orZero(energy.subsidy()), BigDecimal::add);
        free.merge(rest, orZero(subsidyAmount), BigDecimal::add);
        free.values().removeIf(amount -> amount.signum() == 0);
        return free;
    }

    /** What the pilot gets for free a year today, altogether. */
    public BigDecimal subsidy() {
        return subsidies(CostKind.EVERYTHING).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * @throws Refused when the volumes are out of order: pilot, rollout, planned, more; or when the pilot gets more of a
     *     line for free than the line costs at the pace of the pilot
     */
    CostToServe plausibleFor(BigDecimal planned) {
        List<BigDecimal> volumes = Stream.of(pilotVolume, lowVolume, planned, highVolume)
                .filter(Objects::nonNull)
                .toList();
        if (!volumes.equals(volumes.stream().sorted().toList())) {
            throw new Refused("roi.cost.volumes", planned);
        }
        if (pilotVolume != null) {
            Map<CostKind, BigDecimal> full = byLine(pilotVolume);
            subsidies(CostKind.EVERYTHING).forEach((kind, free) -> {
                if (kind != CostKind.EVERYTHING && free.compareTo(full.getOrDefault(kind, BigDecimal.ZERO)) > 0) {
                    throw new Refused(
                            "roi.cost.subsidy",
                            new DefaultMessageSourceResolvable(new String[] {"roi.cost." + kind}, kind.name()),
                            free,
                            full.getOrDefault(kind, BigDecimal.ZERO),
                            pilotVolume);
                }
            });
        }
        return this;
    }

    /** Sixty times the cost a year that does not depend on the number of cases, so that minutes need no division. */
    BigDecimal fixedTimesSixty() {
        return sum(Behaviour.FIXED)
                .add(extraFixed)
                .add(amountIf(Behaviour.FIXED, energy.way(), energy.amount()))
                .multiply(MINUTES)
                .add(amountIf(Behaviour.FIXED, review.way(), reviewTimesSixty()));
    }

    /** Sixty times the cost of one case. */
    BigDecimal perUnitTimesSixty() {
        return sum(Behaviour.PER_UNIT)
                .add(extraPerUnit)
                .add(perCaseOfTokens())
                .add(energy.perCase())
                .add(amountIf(Behaviour.PER_UNIT, energy.way(), energy.amount()))
                .multiply(MINUTES)
                .add(amountIf(Behaviour.PER_UNIT, review.way(), reviewTimesSixty()));
    }

    /** Every cost that rises in steps. */
    List<CostStep> steps() {
        Stream<CostStep> ofLines = lines.stream()
                .filter(line -> line.is(Behaviour.STEP))
                .map(line -> CostStep.of(line.amount().multiply(MINUTES), line.stepSize()));
        Stream<CostStep> ofReview = Stream.of(review)
                .filter(checking -> checking.way() == Behaviour.STEP)
                .map(checking -> CostStep.of(reviewTimesSixty(), checking.stepSize()));
        Stream<CostStep> ofEnergy = Stream.of(energy)
                .filter(taken -> taken.way() == Behaviour.STEP)
                .map(taken -> CostStep.of(taken.amount().multiply(MINUTES), taken.stepSize()));
        return Stream.of(ofLines, ofReview, ofEnergy).flatMap(each -> each).toList();
    }

    /** Cases a year at which some cost rises by a step. */
    public List<BigDecimal> stepSizes() {
        return steps().stream().map(CostStep::size).toList();
    }

    /** What drives each line, as it was stated; a line of which nobody said it is left out. */
    public Map<CostKind, String> drivers() {
        Map<CostKind, String> drivers = new EnumMap<>(CostKind.class);
        lines.forEach(line -> drivers.put(line.kind(), line.driver()));
        putIfStated(drivers, CostKind.REVIEW, review.driver());
        putIfStated(drivers, CostKind.ENERGY, energy.driver());
        return drivers;
    }

    private static void putIfStated(Map<CostKind, String> drivers, CostKind kind, @Nullable String driver) {
        if (driver != null) {
            drivers.put(kind, driver);
        }
    }

    private BigDecimal perCaseOfTokens() {
        return inference == null ? BigDecimal.ZERO : inference.perCase();
    }

    private BigDecimal reviewTimesSixty() {
        return reviewMinutes.multiply(reviewHourlyCost);
    }

    private static BigDecimal amountIf(Behaviour wanted, Behaviour is, BigDecimal amount) {
        return wanted == is ? amount : BigDecimal.ZERO;
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return Objects.requireNonNullElse(amount, BigDecimal.ZERO);
    }

    private BigDecimal sum(Behaviour behaviour) {
        return lines.stream()
                .filter(line -> line.is(behaviour))
                .map(CostLine::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
