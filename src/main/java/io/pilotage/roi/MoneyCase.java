package io.pilotage.roi;

import io.pilotage.roi.valuation.BusinessPlan;
import io.pilotage.roi.valuation.Range;
import io.pilotage.roi.valuation.Terms;
import io.pilotage.roi.valuation.Valuation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Benefit and cost held against each other: what is left at the planned volume, what is lost if it goes badly, and from
 * which volume on it pays (R91). Money per year, in the pilot's currency, each sum rounded once, half to even.
 *
 * @param digits decimals of every sum, as {@link Terms#digits} says for the currency
 */
public record MoneyCase(MoneyHypothesis hypothesis, CostToServe cost, int digits) {

    private static final int PER_CENT = 2;

    /** The same under the terms of a seal, so that a figure of an earlier arithmetic comes out again. */
    public MoneyCase under(Terms terms) {
        return new MoneyCase(hypothesis, cost, terms.digits());
    }

    /** What is left a year at the planned volume, at P50; negative when it costs more than it brings. */
    public BigDecimal netValue() {
        return rounded(hypothesis.p50().subtract(cost.perYear(hypothesis.plannedVolume())));
    }

    /** What is lost a year at the planned volume if only the cautious figure comes true; never negative. */
    public BigDecimal lossAtP10() {
        return rounded(cost.perYear(hypothesis.plannedVolume())
                .subtract(hypothesis.p10())
                .max(BigDecimal.ZERO));
    }

    /** What running it costs a year at the planned volume. */
    public BigDecimal costPerYear() {
        return rounded(cost.perYear(hypothesis.plannedVolume()));
    }

    /** What one case costs at the planned volume, to four decimals. */
    public BigDecimal costPerUnit() {
        return cost.perYear(hypothesis.plannedVolume()).divide(hypothesis.plannedVolume(), 4, RoundingMode.HALF_UP);
    }

    /** The smallest number of cases a year at which the likely benefit covers the cost, or empty when there is none. */
    public Optional<BigDecimal> breakEvenVolume() {
        return BreakEven.of(hypothesis, cost).volume();
    }

    /** Whether the loss at P10 stays within what the sponsor accepts. */
    public boolean isLossBounded() {
        return hypothesis.lossLimit() == null
                ? lossAtP10().signum() == 0
                : lossAtP10().compareTo(hypothesis.lossLimit()) <= 0;
    }

    /**
     * The volume from which it loses money although the pilot does not: benefit no longer covers the full price less what
     * the pilot gets for free. Empty when the pilot loses too, when nobody said how large it is, or when it never turns.
     */
    public Optional<BigDecimal> turningVolume() {
        return isPilotProfitable() ? TurningPoint.of(this).volume() : Optional.empty();
    }

    /** Whether the pilot pays at its own volume and for the price it is charged; false when its volume is not known. */
    public boolean isPilotProfitable() {
        BigDecimal volume = cost.pilotVolume();
        return volume != null && benefit(volume).compareTo(cost.asPiloted(volume)) >= 0;
    }

    /**
     * The line of cost that makes it lose money at the planned volume: where the pilot pays, the one that grows most from
     * there to the planned volume; else the largest. Empty when it does not lose money.
     */
    public Optional<CulpritLine> culprit() {
        if (netValue().signum() > 0) {
            return Optional.empty();
        }
        BigDecimal from = cost.pilotVolume();
        Map<CostKind, BigDecimal> before =
                isPilotProfitable() ? cost.byLine(Objects.requireNonNull(from)) : Map.<CostKind, BigDecimal>of();
        return cost.byLine(hypothesis.plannedVolume()).entrySet().stream()
                .max(Comparator.comparing(
                        line -> line.getValue().subtract(before.getOrDefault(line.getKey(), BigDecimal.ZERO))))
                .map(line -> new CulpritLine(line.getKey(), rounded(line.getValue()), isPilotProfitable()));
    }

    /** What it is worth over the years. @param budget what is paid before it runs when the hypothesis does not say it */
    public Valuation valuation(BigDecimal budget, Terms terms) {
        BigDecimal planned = hypothesis.plannedVolume();
        BigDecimal ramp = BigDecimal.valueOf(hypothesis.rampMonths());
        return Valuation.of(
                new BusinessPlan(
                        new Range(hypothesis.p10(), hypothesis.p50(), hypothesis.p90()),
                        new Range(
                                planned.min(orElse(cost.lowVolume(), planned)),
                                planned,
                                planned.max(orElse(cost.highVolume(), planned))),
                        planned,
                        new Range(reachedShare(), BigDecimal.ONE, BigDecimal.ONE),
                        new Range(
                                BigDecimal.ONE,
                                BigDecimal.ONE,
                                BigDecimal.ONE.add(
                                        orElse(cost.overrun(), BigDecimal.ZERO).movePointLeft(PER_CENT))),
                        new Range(
                                ramp,
                                ramp,
                                hypothesis.slowRampMonths() == null
                                        ? ramp
                                        : ramp.max(BigDecimal.valueOf(hypothesis.slowRampMonths()))),
                        orElse(hypothesis.investment(), budget),
                        cost::perYear),
                terms);
    }

    /** Likely benefit a year for so many cases, not rounded. */
    public BigDecimal benefit(BigDecimal volume) {
        return hypothesis.p50().multiply(volume).divide(hypothesis.plannedVolume(), MathContext.DECIMAL128);
    }

    /** Cost and likely result at fewer, the planned and more cases, and at the pace of the pilot. */
    public List<Scenario> scenarios() {
        return Stream.of(cost.pilotVolume(), cost.lowVolume(), hypothesis.plannedVolume(), cost.highVolume())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(this::at)
                .toList();
    }

    private Scenario at(BigDecimal volume) {
        BigDecimal costs = cost.perYear(volume);
        return new Scenario(volume, rounded(costs), rounded(benefit(volume).subtract(costs)));
    }

    private BigDecimal reachedShare() {
        return hypothesis.cautiousAdoption() == null
                ? BigDecimal.ONE
                : BigDecimal.valueOf(hypothesis.cautiousAdoption())
                        .divide(BigDecimal.valueOf(hypothesis.targetAdoption()), MathContext.DECIMAL64)
                        .min(BigDecimal.ONE);
    }

    private static BigDecimal orElse(@Nullable BigDecimal stated, BigDecimal otherwise) {
        return Objects.requireNonNullElse(stated, otherwise);
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(digits, RoundingMode.HALF_EVEN);
    }

    /**
     * The line that makes a case lose money.
     *
     * @param perYear what it costs a year at the planned volume
     * @param pilotPays whether the pilot itself pays, so that growing is what turns it
     */
    public record CulpritLine(CostKind kind, BigDecimal perYear, boolean pilotPays) {}

    /** Cost and likely result a year for a number of cases a year. */
    public record Scenario(BigDecimal volume, BigDecimal cost, BigDecimal net) {}
}
