package io.pilotage.businesscase;

import io.pilotage.roi.MoneyCase;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Benefit and cost a year over the number of cases: where a pilot begins to pay, and where growing turns it (R91).
 *
 * @param breakEven smallest number of cases that pays; null when none does
 * @param turning number of cases from which it loses money although the pilot does not; null when there is none
 */
public record Curve(
        List<Point> points,
        BigDecimal planned,
        @Nullable BigDecimal pilot,
        @Nullable BigDecimal breakEven,
        @Nullable BigDecimal turning) {

    private static final int STEPS = 40;
    private static final int MOST_BENDS = 60;

    /**
     * One number of cases.
     *
     * @param asPiloted cost less what the pilot gets for free today
     */
    public record Point(BigDecimal volume, BigDecimal benefit, BigDecimal cost, BigDecimal asPiloted) {}

    static Curve of(MoneyCase money) {
        BigDecimal planned = money.hypothesis().plannedVolume();
        Optional<BigDecimal> breakEven = money.breakEvenVolume();
        Optional<BigDecimal> turning = money.turningVolume();
        BigDecimal widest = planned.multiply(BigDecimal.valueOf(3));
        BigDecimal most = Stream.of(
                        Optional.of(planned.multiply(new BigDecimal("1.25"))),
                        Optional.ofNullable(money.cost().highVolume()),
                        breakEven)
                .flatMap(Optional::stream)
                .filter(volume -> volume.compareTo(widest) <= 0)
                .reduce(planned, BigDecimal::max)
                .setScale(0, RoundingMode.CEILING);
        return new Curve(
                volumes(money, most).stream()
                        .map(volume -> point(money, volume))
                        .toList(),
                planned,
                money.cost().pilotVolume(),
                breakEven.filter(volume -> volume.compareTo(most) <= 0).orElse(null),
                turning.orElse(null));
    }

    private static TreeSet<BigDecimal> volumes(MoneyCase money, BigDecimal most) {
        TreeSet<BigDecimal> volumes = new TreeSet<>();
        for (int i = 0; i <= STEPS; i++) {
            volumes.add(most.multiply(BigDecimal.valueOf(i))
                    .divide(BigDecimal.valueOf(STEPS), MathContext.DECIMAL64)
                    .setScale(0, RoundingMode.HALF_EVEN));
        }
        Stream.of(
                        money.hypothesis().plannedVolume(),
                        money.cost().pilotVolume(),
                        money.cost().lowVolume(),
                        money.cost().highVolume())
                .filter(Objects::nonNull)
                .filter(volume -> volume.compareTo(most) <= 0)
                .forEach(volumes::add);
        bends(money, most).forEach(volumes::add);
        return volumes;
    }

    /** Where a cost that rises in steps rises, drawn as a step as long as there are few of them. */
    private static List<BigDecimal> bends(MoneyCase money, BigDecimal most) {
        return money.cost().stepSizes().stream()
                .filter(size -> most.compareTo(size.multiply(BigDecimal.valueOf(MOST_BENDS))) <= 0)
                .flatMap(size -> Stream.iterate(size, end -> end.compareTo(most) < 0, end -> end.add(size)))
                .flatMap(end -> Stream.of(end, end.add(BigDecimal.ONE)))
                .toList();
    }

    private static Point point(MoneyCase money, BigDecimal volume) {
        return new Point(
                volume,
                money.benefit(volume),
                money.cost().perYear(volume),
                money.cost().asPiloted(volume));
    }
}
