package io.pilotage.roi.valuation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a pilot is to bring and to cost over the years, each uncertain figure with its range.
 *
 * @param benefit a year at the planned volume and the targeted use, before the cost of running it
 * @param volume cases a year
 * @param plannedVolume the volume for which the benefit is stated
 * @param adoption share of the targeted use that is reached; one is the target
 * @param costFactor the cost of running it as a multiple of what was modelled; one is the model
 * @param rampMonths months until full use
 * @param investment what is paid once before it runs; not negative
 * @param costPerYear cost of running it for so many cases a year
 */
public record BusinessPlan(
        Range benefit,
        Range volume,
        BigDecimal plannedVolume,
        Range adoption,
        Range costFactor,
        Range rampMonths,
        BigDecimal investment,
        UnaryOperator<BigDecimal> costPerYear) {

    private static final MathContext DIGITS = Draws.DIGITS;

    /** What a board asks about; the name is the suffix of a message. */
    public enum Input {
        BENEFIT,
        VOLUME,
        ADOPTION,
        COST,
        RAMP
    }

    /** The ranges by what they are about, in a fixed order, because chance is asked in it. */
    Map<Input, Range> ranges() {
        Map<Input, Range> ranges = new java.util.EnumMap<>(Input.class);
        ranges.put(Input.BENEFIT, benefit);
        ranges.put(Input.VOLUME, volume);
        ranges.put(Input.ADOPTION, adoption);
        ranges.put(Input.COST, costFactor);
        ranges.put(Input.RAMP, rampMonths);
        return ranges;
    }

    /** The years of cash when each figure comes out as given. */
    CashFlows flows(Map<Input, BigDecimal> outcome, int years) {
        Ramp ramp = new Ramp(get(outcome, Input.RAMP));
        BigDecimal full = get(outcome, Input.VOLUME).multiply(get(outcome, Input.ADOPTION), DIGITS);
        BigDecimal perCase = get(outcome, Input.BENEFIT).divide(plannedVolume, DIGITS);
        List<BigDecimal> amounts = new ArrayList<>();
        amounts.add(investment.negate());
        for (int year = 1; year <= years; year++) {
            BigDecimal cases = full.multiply(ramp.share(year), DIGITS);
            BigDecimal cost = costPerYear.apply(cases).multiply(get(outcome, Input.COST), DIGITS);
            amounts.add(perCase.multiply(cases, DIGITS).subtract(cost, DIGITS));
        }
        return new CashFlows(amounts);
    }

    /** The years of cash when everything comes out in the middle. */
    CashFlows likely(int years) {
        Map<Input, BigDecimal> outcome = new java.util.EnumMap<>(Input.class);
        ranges().forEach((input, range) -> outcome.put(input, range.middle()));
        return flows(outcome, years);
    }

    private static BigDecimal get(Map<Input, BigDecimal> outcome, Input input) {
        return java.util.Objects.requireNonNull(outcome.get(input));
    }
}
