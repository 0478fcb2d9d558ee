package io.pilotage.businesscase.web;

import io.pilotage.roi.valuation.Influence;
import io.pilotage.roi.valuation.Valuation;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tornado as bars in a box of 600 wide, around the present value when everything comes out as likely.
 *
 * @param middle where that value lies
 */
record TornadoDrawing(List<Bar> bars, String middle, int height) {

    private static final double LEFT = 10;
    private static final double WIDTH = 580;
    private static final int ROW = 44;

    /**
     * One figure; the bad half is drawn from the middle to where it ends badly.
     *
     * @param y top of the bar
     */
    record Bar(Influence influence, String badX, String badWidth, String goodX, String goodWidth, int y) {

        public BigDecimal worst() {
            return influence.atLow().min(influence.atHigh());
        }

        public BigDecimal best() {
            return influence.atLow().max(influence.atHigh());
        }
    }

    static TornadoDrawing of(Valuation valuation) {
        List<Influence> influences = valuation.tornado();
        BigDecimal least = ends(influences).reduce(valuation.npv(), BigDecimal::min);
        BigDecimal most = ends(influences).reduce(valuation.npv(), BigDecimal::max);
        double span = Math.max(1, most.subtract(least).doubleValue());
        double middle = x(valuation.npv(), least, span);
        List<Bar> bars = java.util.stream.IntStream.range(0, influences.size())
                .mapToObj(i -> bar(influences.get(i), i, least, span, middle))
                .toList();
        return new TornadoDrawing(bars, Drawn.number(middle), influences.size() * ROW + 8);
    }

    private static Bar bar(Influence influence, int row, BigDecimal least, double span, double middle) {
        double bad = x(influence.atLow().min(influence.atHigh()), least, span);
        double good = x(influence.atLow().max(influence.atHigh()), least, span);
        return new Bar(
                influence,
                Drawn.number(Math.min(bad, middle)),
                Drawn.number(Math.max(0, middle - bad)),
                Drawn.number(middle),
                Drawn.number(Math.max(0, good - middle)),
                row * ROW + 22);
    }

    private static Stream<BigDecimal> ends(List<Influence> influences) {
        return influences.stream().flatMap(one -> Stream.of(one.atLow(), one.atHigh()));
    }

    private static double x(BigDecimal value, BigDecimal least, double span) {
        return LEFT + WIDTH * value.subtract(least).doubleValue() / span;
    }
}
