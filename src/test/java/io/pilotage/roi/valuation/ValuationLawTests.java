package io.pilotage.roi.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** What must hold of the arithmetic whatever the figures. */
class ValuationLawTests {

    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "USD");

    @Property(tries = 60)
    void moreBenefitIsNeverWorthLess(@ForAll("plans") BusinessPlan plan, @ForAll @IntRange(max = 100000) int more) {
        Range now = plan.benefit();
        BigDecimal extra = BigDecimal.valueOf(more);
        BusinessPlan better = with(
                plan,
                new Range(
                        now.low().add(extra),
                        now.middle().add(extra),
                        now.high().add(extra)),
                plan.investment());
        assertThat(value(better).npv()).isGreaterThanOrEqualTo(value(plan).npv());
        assertThat(value(better).npvP10()).isGreaterThanOrEqualTo(value(plan).npvP10());
        assertThat(value(better).lossChance()).isLessThanOrEqualTo(value(plan).lossChance());
    }

    @Property(tries = 60)
    void moreCostIsNeverWorthMore(@ForAll("plans") BusinessPlan plan, @ForAll @IntRange(max = 100000) int more) {
        BusinessPlan dearer = new BusinessPlan(
                plan.benefit(),
                plan.volume(),
                plan.plannedVolume(),
                plan.adoption(),
                plan.costFactor(),
                plan.rampMonths(),
                plan.investment(),
                volume -> plan.costPerYear().apply(volume).add(BigDecimal.valueOf(more)));
        assertThat(value(dearer).npv()).isLessThanOrEqualTo(value(plan).npv());
        assertThat(value(dearer).npvP90()).isLessThanOrEqualTo(value(plan).npvP90());
        BigDecimal lost = new CashFlows(java.util.Collections.nCopies(5, BigDecimal.valueOf(more)))
                .npv(new BigDecimal("0.08"))
                .divide(new BigDecimal("1.08"), 10, RoundingMode.HALF_EVEN);
        assertThat(value(dearer).npv().add(lost).subtract(value(plan).npv()).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.02"));
    }

    @Property(tries = 60)
    void whatIsPaidBeforeIsMissingToTheCent(
            @ForAll("plans") BusinessPlan plan, @ForAll @IntRange(max = 1000000) int paid) {
        BigDecimal more = BigDecimal.valueOf(paid, 2);
        BusinessPlan dearer = with(plan, plan.benefit(), plan.investment().add(more));
        assertThat(value(dearer).npv().add(more).subtract(value(plan).npv()).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.01"));
        assertThat(dearer.likely(5).npv(BigDecimal.ZERO).add(more))
                .isEqualByComparingTo(plan.likely(5).npv(BigDecimal.ZERO));
    }

    @Property(tries = 60)
    void percentilesAreOrderedAndTheSameSeedGivesTheSameFigures(@ForAll("plans") BusinessPlan plan) {
        Valuation one = value(plan);
        assertThat(one.npvP10()).isLessThanOrEqualTo(one.npvP50());
        assertThat(one.npvP50()).isLessThanOrEqualTo(one.npvP90());
        assertThat(value(plan)).isEqualTo(one);
    }

    @Property(tries = 60)
    void theTornadoBeginsWithTheStrongest(@ForAll("plans") BusinessPlan plan) {
        List<BigDecimal> swings =
                value(plan).tornado().stream().map(Influence::swing).toList();
        for (int i = 1; i < swings.size(); i++) {
            assertThat(swings.get(i - 1)).isGreaterThanOrEqualTo(swings.get(i));
        }
    }

    @Property
    void atItsOwnRateOfReturnNothingIsLeft(
            @ForAll @Size(min = 1, max = 12) List<@BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal> back,
            @ForAll @BigRange(min = "0.01", max = "1000000") @Scale(2) BigDecimal paid) {
        CashFlows flows =
                new CashFlows(java.util.stream.Stream.concat(java.util.stream.Stream.of(paid.negate()), back.stream())
                        .toList());
        flows.irr().ifPresent(rate -> {
            BigDecimal little = new BigDecimal("1E-18");
            assertThat(flows.npv(rate.subtract(little)).signum()
                            * flows.npv(rate.add(little)).signum())
                    .isNotPositive();
        });
    }

    @Property
    void useGrowsFromNothingToFullAndLosesHalfTheRamp(@ForAll @IntRange(max = 60) int months) {
        Ramp ramp = new Ramp(BigDecimal.valueOf(months));
        BigDecimal sum = BigDecimal.ZERO;
        for (int year = 1; year <= 6; year++) {
            BigDecimal share = ramp.share(year);
            assertThat(share).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            sum = sum.add(share);
        }
        BigDecimal lost = BigDecimal.valueOf(months).divide(BigDecimal.valueOf(24), 10, RoundingMode.HALF_EVEN);
        assertThat(BigDecimal.valueOf(6).subtract(lost).subtract(sum).abs()).isLessThan(new BigDecimal("1E-9"));
    }

    @Property
    void partsOfAnAmountAddUpToItToTheCent(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(4) BigDecimal amount,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 1000) Integer> weights,
            @ForAll("currencies") String currency) {
        List<BigDecimal> shares = weights.stream().map(BigDecimal::valueOf).toList();
        net.jqwik.api.Assume.that(shares.stream().anyMatch(share -> share.signum() > 0));
        Money whole = Money.of(amount, currency);
        assertThat(whole.split(shares).stream().reduce(Money::plus).orElseThrow())
                .isEqualTo(whole);
    }

    @Property
    void roundingMovesAnAmountByAtMostHalfOfItsSmallestUnit(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal amount,
            @ForAll("currencies") String currency) {
        Money money = Money.of(amount, currency);
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        assertThat(money.amount().scale()).isEqualTo(digits);
        assertThat(money.amount().subtract(amount).abs().multiply(BigDecimal.valueOf(2)))
                .isLessThanOrEqualTo(BigDecimal.ONE.movePointLeft(digits));
    }

    @Property
    void currenciesNeverMix(@ForAll("currencies") String one, @ForAll("currencies") String other) {
        net.jqwik.api.Assume.that(!one.equals(other));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Money.of(BigDecimal.ONE, one).plus(Money.of(BigDecimal.ONE, other)))
                .isInstanceOf(Refused.class);
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of(CURRENCIES);
    }

    @Provide
    Arbitrary<BusinessPlan> plans() {
        Arbitrary<BigDecimal> money = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("500000"))
                .ofScale(2);
        Arbitrary<Integer> cases = Arbitraries.integers().between(100, 10000);
        return Combinators.combine(
                        money.list().ofSize(5), cases, Arbitraries.integers().between(0, 24))
                .as((amounts, volume, months) -> {
                    List<BigDecimal> sorted =
                            amounts.subList(0, 3).stream().sorted().toList();
                    BigDecimal planned = BigDecimal.valueOf(volume);
                    return new BusinessPlan(
                            new Range(sorted.get(0), sorted.get(1), sorted.get(2)),
                            new Range(
                                    planned.divide(BigDecimal.valueOf(2), 0, RoundingMode.DOWN),
                                    planned,
                                    planned.add(planned)),
                            planned,
                            new Range(new BigDecimal("0.6"), BigDecimal.ONE, BigDecimal.ONE),
                            new Range(BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("1.3")),
                            new Range(
                                    BigDecimal.valueOf(months),
                                    BigDecimal.valueOf(months),
                                    BigDecimal.valueOf(months + 6L)),
                            amounts.get(3),
                            used -> amounts.get(4).add(used.multiply(new BigDecimal("1.25"))));
                });
    }

    private static Valuation value(BusinessPlan plan) {
        return Valuation.of(plan, new Terms("EUR", new BigDecimal("8"), 5, 4711, 200, Terms.FORMULA));
    }

    private static BusinessPlan with(BusinessPlan plan, Range benefit, BigDecimal investment) {
        return new BusinessPlan(
                benefit,
                plan.volume(),
                plan.plannedVolume(),
                plan.adoption(),
                plan.costFactor(),
                plan.rampMonths(),
                investment,
                plan.costPerYear());
    }
}
