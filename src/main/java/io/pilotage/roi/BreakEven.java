package io.pilotage.roi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Finds the smallest whole volume at which benefit covers cost, exactly, although cost may rise in steps.
 *
 * <p>All amounts are multiplied by sixty times the planned volume, so that neither minutes nor the benefit per case need
 * a division. The search begins at the volume below which even steps without rounding up would not be covered, and goes
 * up to the volume that the cost at the last one asks for, until both agree.
 */
final class BreakEven {

    private static final MathContext DOWN = new MathContext(34, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);
    private static final int PATIENCE = 10_000;

    /** What lies above is no volume any more. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private final BigDecimal margin;
    private final BigDecimal fixed;
    private final List<Step> steps;

    private BreakEven(BigDecimal margin, BigDecimal fixed, List<Step> steps) {
        this.margin = margin;
        this.fixed = fixed;
        this.steps = steps;
    }

    static BreakEven of(MoneyHypothesis hypothesis, CostToServe cost) {
        BigDecimal planned = hypothesis.plannedVolume();
        return new BreakEven(
                CostToServe.MINUTES.multiply(hypothesis.p50()).subtract(planned.multiply(cost.perUnitTimesSixty())),
                cost.fixedTimesSixty().multiply(planned),
                cost.steps().stream()
                        .map(step -> new Step(step.amountTimesSixty().multiply(planned), step.size()))
                        .toList());
    }

    Optional<BigDecimal> volume() {
        return smallest().filter(volume -> volume.compareTo(LARGEST) <= 0);
    }

    private Optional<BigDecimal> smallest() {
        BigDecimal atBest = margin.subtract(perUnit(DOWN));
        BigDecimal atWorst = margin.subtract(perUnit(UP));
        if (atWorst.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal volume = whole(fixed, atBest, RoundingMode.FLOOR);
        for (int round = 0; round < PATIENCE; round++) {
            BigDecimal needed = whole(fixed.add(stepsAt(volume)), margin, RoundingMode.CEILING);
            if (needed.compareTo(volume) <= 0) {
                return Optional.of(volume);
            }
            volume = needed;
        }
        return Optional.of(whole(
                fixed.add(steps.stream().map(Step::amount).reduce(BigDecimal.ZERO, BigDecimal::add)),
                atWorst,
                RoundingMode.CEILING));
    }

    private BigDecimal stepsAt(BigDecimal volume) {
        return steps.stream()
                .map(step -> step.amount.multiply(volume.divide(step.size, 0, RoundingMode.CEILING)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal perUnit(MathContext rounding) {
        return steps.stream()
                .map(step -> step.amount.divide(step.size, rounding))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal whole(BigDecimal amount, BigDecimal perUnit, RoundingMode rounding) {
        return amount.divide(perUnit, 0, rounding).max(BigDecimal.ONE);
    }

    /** A cost that begins anew with every so many cases. */
    private record Step(BigDecimal amount, BigDecimal size) {}
}
