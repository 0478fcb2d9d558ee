package io.pilotage.businesscase.web;

import io.pilotage.businesscase.Curve;
import io.pilotage.businesscase.Curve.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The curve as coordinates in a box of 640 by 300, so that a page needs no script to draw it.
 *
 * @param top the largest amount of money shown
 * @param right the largest number of cases shown
 */
record CurveDrawing(List<Line> lines, List<Mark> marks, BigDecimal top, BigDecimal right) {

    private static final double LEFT = 20;
    private static final double WIDTH = 600;
    private static final double BOTTOM = 270;
    private static final double HEIGHT = 250;

    /** A number of cases that matters. @param name suffix of its message and of its style */
    record Mark(String name, BigDecimal volume, String x) {}

    static CurveDrawing of(Curve curve) {
        BigDecimal right = curve.points().get(curve.points().size() - 1).volume();
        BigDecimal top = curve.points().stream()
                .flatMap(point -> Stream.of(point.benefit(), point.cost()))
                .reduce(BigDecimal.ONE, BigDecimal::max);
        List<Line> lines = new ArrayList<>();
        lines.add(line("benefit", curve, Point::benefit, right, top));
        lines.add(line("cost", curve, Point::cost, right, top));
        boolean isFree = curve.points().stream().anyMatch(point -> point.cost().compareTo(point.asPiloted()) != 0);
        if (isFree) {
            lines.add(line("asPiloted", curve, Point::asPiloted, right, top));
        }
        List<Mark> marks = new ArrayList<>();
        mark(marks, "pilot", curve.pilot(), right);
        mark(marks, "breakEven", curve.breakEven(), right);
        mark(marks, "turning", curve.turning(), right);
        mark(marks, "planned", curve.planned(), right);
        return new CurveDrawing(lines, marks, top, right);
    }

    private static Line line(
            String name, Curve curve, Function<Point, BigDecimal> amount, BigDecimal right, BigDecimal top) {
        return new Line(
                name,
                curve.points().stream()
                        .map(point -> x(point.volume(), right) + "," + y(amount.apply(point), top))
                        .collect(Collectors.joining(" ")));
    }

    private static void mark(List<Mark> marks, String name, @Nullable BigDecimal volume, BigDecimal right) {
        if (volume != null && volume.compareTo(right) <= 0) {
            marks.add(new Mark(name, volume, x(volume, right)));
        }
    }

    private static String x(BigDecimal volume, BigDecimal right) {
        return Drawn.number(LEFT + WIDTH * volume.doubleValue() / Math.max(1, right.doubleValue()));
    }

    private static String y(BigDecimal amount, BigDecimal top) {
        return Drawn.number(BOTTOM - HEIGHT * Math.max(-0.05, amount.doubleValue() / top.doubleValue()));
    }
}
