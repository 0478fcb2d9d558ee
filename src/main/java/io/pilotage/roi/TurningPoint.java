package io.pilotage.roi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the smallest whole volume above that of the pilot at which benefit no longer covers the price the pilot is
 * charged. Between two steps of cost everything is a straight line, so it is enough to look at the steps and to solve the
 * line between them.
 */
final class TurningPoint {

    private static final int MOST_STEPS = 20_000;

    private final MoneyCase money;
    private final BigDecimal pilot;
    private final BigDecimal largest;

    private TurningPoint(MoneyCase money, BigDecimal pilot, BigDecimal largest) {
        this.money = money;
        this.pilot = pilot;
        this.largest = largest;
    }

    /** Looks up to the largest volume that anybody stated. */
    static TurningPoint of(MoneyCase money) {
        BigDecimal planned = money.hypothesis().plannedVolume();
        BigDecimal high = money.cost().highVolume();
        BigDecimal pilot = money.cost().pilotVolume();
        return new TurningPoint(
                money, pilot == null ? BigDecimal.ONE : pilot, high == null ? planned : planned.max(high));
    }

    Optional<BigDecimal> volume() {
        BigDecimal from = pilot;
        for (BigDecimal to : bends()) {
            if (net(to).signum() < 0) {
                return Optional.of(solve(from, to));
            }
            BigDecimal behind = to.add(BigDecimal.ONE);
            if (behind.compareTo(largest) <= 0 && net(behind).signum() < 0) {
                return Optional.of(behind);
            }
            from = behind;
        }
        return Optional.empty();
    }

    /** The first whole volume below zero on a straight piece that begins at or above zero and ends below. */
    private BigDecimal solve(BigDecimal from, BigDecimal to) {
        BigDecimal low = from;
        BigDecimal high = to;
        while (high.subtract(low).compareTo(BigDecimal.ONE) > 0) {
            BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2), 0, RoundingMode.FLOOR);
            if (net(middle).signum() < 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return net(low).signum() < 0 ? low : high;
    }

    /** Where a step of cost ends, and the end of what is looked at. */
    private TreeSet<BigDecimal> bends() {
        TreeSet<BigDecimal> bends = new TreeSet<>();
        for (BigDecimal size : money.cost().stepSizes()) {
            BigDecimal bend = pilot.divide(size, 0, RoundingMode.CEILING).multiply(size);
            for (int i = 0; i < MOST_STEPS && bend.compareTo(largest) < 0; i++) {
                bends.add(bend);
                bend = bend.add(size);
            }
        }
        bends.add(largest);
        return bends;
    }

    private BigDecimal net(BigDecimal volume) {
        return money.benefit(volume).subtract(money.cost().asPiloted(volume), MathContext.DECIMAL128);
    }
}
