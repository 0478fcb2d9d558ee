package io.pilotage.roi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Benefit and cost held against each other: what is left at the planned volume, what is lost if it goes badly, and from
 * which volume on it pays (R91). Money per year, in the pilot's currency, rounded to cents.
 */
public record MoneyCase(MoneyHypothesis hypothesis, CostToServe cost) {

    private static final int CENTS = 2;

    /** What is left a year at the planned volume, at P50; negative when it costs more than it brings. */
    public BigDecimal netValue() {
        return cents(hypothesis.p50().subtract(cost.perYear(hypothesis.plannedVolume())));
    }

    /** What is lost a year at the planned volume if only the cautious figure comes true; never negative. */
    public BigDecimal lossAtP10() {
        return cents(cost.perYear(hypothesis.plannedVolume())
                .subtract(hypothesis.p10())
                .max(BigDecimal.ZERO));
    }

    /** What running it costs a year at the planned volume. */
    public BigDecimal costPerYear() {
        return cents(cost.perYear(hypothesis.plannedVolume()));
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

    /** Cost and likely result at fewer, the planned and more cases. */
    public List<Scenario> scenarios() {
        return Stream.of(cost.lowVolume(), hypothesis.plannedVolume(), cost.highVolume())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(this::at)
                .toList();
    }

    private Scenario at(BigDecimal volume) {
        BigDecimal costs = cost.perYear(volume);
        BigDecimal benefit =
                hypothesis.p50().multiply(volume).divide(hypothesis.plannedVolume(), MathContext.DECIMAL128);
        return new Scenario(volume, cents(costs), cents(benefit.subtract(costs)));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_EVEN);
    }

    /** Cost and likely result a year for a number of cases a year. */
    public record Scenario(BigDecimal volume, BigDecimal cost, BigDecimal net) {}
}
