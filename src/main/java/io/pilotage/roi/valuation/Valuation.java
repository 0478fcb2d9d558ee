package io.pilotage.roi.valuation;

import io.pilotage.roi.valuation.BusinessPlan.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a money case is worth over the years of its terms. Money in the currency of the terms, rounded to its smallest
 * unit, half to even.
 *
 * @param flows likely cash: now, then each year
 * @param npv net present value when everything comes out as likely
 * @param irr percent a year at which nothing is left, two decimals; null where there is no single such rate
 * @param paybackYears years until what was paid is back, one decimal; null when it never is
 * @param npvP10 in nine of ten futures it is more
 * @param npvP50 as often more as less
 * @param npvP90 in one of ten futures it is more
 * @param lossChance percent of the futures in which it loses money
 * @param tornado what moves the present value, the strongest first; what has no range is left out
 */
public record Valuation(
        Terms terms,
        List<BigDecimal> flows,
        BigDecimal npv,
        @Nullable BigDecimal irr,
        @Nullable BigDecimal paybackYears,
        BigDecimal npvP10,
        BigDecimal npvP50,
        BigDecimal npvP90,
        BigDecimal lossChance,
        List<Influence> tornado) {

    public static Valuation of(BusinessPlan plan, Terms terms) {
        CashFlows likely = plan.likely(terms.years());
        Draws draws = Draws.of(plan, terms);
        return new Valuation(
                terms,
                likely.amounts().stream().map(amount -> money(amount, terms)).toList(),
                money(likely.npv(terms.rate()), terms),
                likely.irr()
                        .map(rate -> rate.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN))
                        .orElse(null),
                likely.payback()
                        .map(years -> years.setScale(1, RoundingMode.CEILING))
                        .orElse(null),
                money(draws.percentile(10), terms),
                money(draws.percentile(50), terms),
                money(draws.percentile(90), terms),
                draws.lossChance(),
                tornado(plan, terms));
    }

    private static List<Influence> tornado(BusinessPlan plan, Terms terms) {
        return plan.ranges().entrySet().stream()
                .filter(entry ->
                        entry.getValue().low().compareTo(entry.getValue().high()) < 0)
                .map(entry -> influence(plan, terms, entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Influence::swing).reversed().thenComparing(Influence::input))
                .toList();
    }

    private static Influence influence(BusinessPlan plan, Terms terms, Input input, Range range) {
        return new Influence(
                input,
                range.low(),
                range.high(),
                money(npvWith(plan, terms, input, range.low()), terms),
                money(npvWith(plan, terms, input, range.high()), terms));
    }

    private static BigDecimal npvWith(BusinessPlan plan, Terms terms, Input input, BigDecimal outcome) {
        Map<Input, BigDecimal> outcomes = new EnumMap<>(Input.class);
        plan.ranges().forEach((other, range) -> outcomes.put(other, range.middle()));
        outcomes.put(input, outcome);
        return plan.flows(outcomes, terms.years()).npv(terms.rate());
    }

    private static BigDecimal money(BigDecimal amount, Terms terms) {
        return Money.of(amount, terms.currency()).amount();
    }
}
