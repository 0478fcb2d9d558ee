package io.pilotage.roi.valuation;

import io.pilotage.roi.valuation.BusinessPlan.Input;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Asks chance many times over the stated ranges (Monte Carlo). The generator is the one whose every number the Java
 * platform specifies, so that a seed gives the same figures on every machine.
 */
final class Draws {

    static final MathContext DIGITS = new MathContext(20, RoundingMode.HALF_EVEN);
    private static final int SCALE = 12;

    private final List<BigDecimal> sorted;

    private Draws(List<BigDecimal> sorted) {
        this.sorted = sorted;
    }

    /** Net present values of a plan in so many futures. */
    static Draws of(BusinessPlan plan, Terms terms) {
        Random chance = new Random(terms.seed());
        List<BigDecimal> values = new ArrayList<>(terms.draws());
        for (int i = 0; i < terms.draws(); i++) {
            Map<Input, BigDecimal> outcome = new EnumMap<>(Input.class);
            plan.ranges().forEach((input, range) -> outcome.put(input, range.at(deviation(chance), floor(input))));
            values.add(plan.flows(outcome, terms.years()).npv(terms.rate()));
        }
        Collections.sort(values);
        return new Draws(values);
    }

    /** The value below which so many percent of the futures lie, by the nearest rank. @param percent from 1 to 100 */
    BigDecimal percentile(int percent) {
        int rank = (int) Math.ceil(percent * sorted.size() / 100.0);
        return sorted.get(Math.max(1, rank) - 1);
    }

    /** Percent of the futures that end below zero, with one decimal. */
    BigDecimal lossChance() {
        long losses = sorted.stream().filter(value -> value.signum() < 0).count();
        return BigDecimal.valueOf(100 * losses).divide(BigDecimal.valueOf(sorted.size()), 1, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal deviation(Random chance) {
        return BigDecimal.valueOf(chance.nextGaussian()).setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /** A benefit can be negative; cases, use, cost and time cannot. */
    private static BigDecimal floor(Input input) {
        return input == Input.BENEFIT ? BigDecimal.TEN.pow(30).negate() : BigDecimal.ZERO;
    }
}
