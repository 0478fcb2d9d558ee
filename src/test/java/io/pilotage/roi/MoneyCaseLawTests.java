package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.roi.valuation.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of benefit and cost whatever the figures. */
class MoneyCaseLawTests {

    @Property
    void netValueIsBenefitMinusCostToTheCent(@ForAll("cases") MoneyCase money) {
        assertThat(money.netValue())
                .isEqualByComparingTo(
                        exactNet(money, money.hypothesis().plannedVolume()).setScale(2, RoundingMode.HALF_EVEN));
    }

    @Property
    void everySumIsRoundedOnceToTheUnitOfItsCurrency(
            @ForAll("cases") MoneyCase money, @ForAll("currencies") String currency) {
        int digits = currency.equals("JPY") ? 0 : 2;
        MoneyCase stated = new MoneyCase(money.hypothesis(), money.cost(), Terms.digits(currency));
        assertThat(stated.netValue())
                .isEqualTo(
                        exactNet(money, money.hypothesis().plannedVolume()).setScale(digits, RoundingMode.HALF_EVEN));
        assertThat(Stream.concat(
                        Stream.of(stated.costPerYear(), stated.lossAtP10()),
                        stated.scenarios().stream().flatMap(at -> Stream.of(at.cost(), at.net()))))
                .allMatch(sum -> sum.scale() == digits);
        assertThat(stated.breakEvenVolume()).isEqualTo(money.breakEvenVolume());
    }

    @Property
    void underTheTermsOfAnEarlierSealItsFiguresComeOutAgain(
            @ForAll("cases") MoneyCase money, @ForAll("currencies") String currency) {
        Terms earlier = new Terms(currency, BigDecimal.TEN, 5, 1, 1, "valuation/1");
        MoneyCase now = new MoneyCase(money.hypothesis(), money.cost(), Terms.digits(currency));
        assertThat(now.under(earlier).netValue())
                .isEqualTo(exactNet(money, money.hypothesis().plannedVolume()).setScale(2, RoundingMode.HALF_EVEN));
        assertThat(SealedFigures.of(now.under(earlier))).isEqualTo(SealedFigures.of(money));
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("EUR", "JPY", "USD", "KWD");
    }

    @Property
    void moreBenefitNeverLeavesLess(@ForAll("cases") MoneyCase money, @ForAll @IntRange(max = 1000000) int more) {
        assertThat(with(money, money.hypothesis().p50().add(BigDecimal.valueOf(more)))
                        .netValue())
                .isEqualByComparingTo(money.netValue().add(BigDecimal.valueOf(more)));
    }

    @Property
    void lossIsNeverNegativeAndNeverAboveTheCost(@ForAll("cases") MoneyCase money) {
        assertThat(money.lossAtP10()).isNotNegative();
        if (money.hypothesis().p10().signum() >= 0) {
            assertThat(money.lossAtP10()).isLessThanOrEqualTo(money.costPerYear());
        }
    }

    @Property
    void nothingIsLostWhereTheCautiousFigureCoversTheCost(@ForAll("cases") MoneyCase money) {
        boolean covered = money.hypothesis().p10().compareTo(money.costPerYear()) >= 0;
        assertThat(money.lossAtP10().signum() == 0).isEqualTo(covered);
    }

    @Property
    void moreCasesNeverCostLess(
            @ForAll("cases") MoneyCase money,
            @ForAll @IntRange(min = 1, max = 100000) int volume,
            @ForAll @IntRange(min = 1, max = 100000) int more) {
        BigDecimal fewer = BigDecimal.valueOf(volume);
        assertThat(money.cost().perYear(fewer.add(BigDecimal.valueOf(more))))
                .isGreaterThanOrEqualTo(money.cost().perYear(fewer));
    }

    @Property
    void breakEvenIsTheSmallestVolumeThatPays(
            @ForAll("cases") MoneyCase money, @ForAll @IntRange(min = 1, max = 100) int back) {
        money.breakEvenVolume().ifPresent(volume -> {
            assertThat(exactNet(money, volume)).isNotNegative();
            Stream.of(volume.subtract(BigDecimal.ONE), volume.divide(BigDecimal.valueOf(back + 1L), 0, RoundingMode.UP))
                    .filter(smaller -> smaller.signum() > 0 && smaller.compareTo(volume) < 0)
                    .forEach(smaller -> assertThat(exactNet(money, smaller)).isNegative());
        });
    }

    @Property
    void whereNothingBreaksEvenNoVolumePays(
            @ForAll("cases") MoneyCase money, @ForAll @IntRange(min = 1, max = 10000000) int volume) {
        Optional<BigDecimal> breakEven = money.breakEvenVolume();
        if (breakEven.isEmpty()) {
            assertThat(exactNet(money, BigDecimal.valueOf(volume))).isLessThanOrEqualTo(BigDecimal.ZERO);
        }
    }

    @Provide
    Arbitrary<MoneyCase> cases() {
        Arbitrary<BigDecimal> money = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000000"))
                .ofScale(2);
        Arbitrary<BigDecimal> small = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("20"))
                .ofScale(4);
        Arbitrary<BigDecimal> whole = Arbitraries.integers().between(1, 100000).map(BigDecimal::valueOf);
        Arbitrary<CostLine> line = Arbitraries.oneOf(
                money.map(MoneyCases::fixed),
                small.map(MoneyCases::perUnit),
                Combinators.combine(money, whole).as(MoneyCases::step));
        return Combinators.combine(money, money, whole, small, line.list().ofMaxSize(7))
                .as((one, other, planned, minutes, lines) -> MoneyCases.of(
                        MoneyCases.hypothesis(one.min(other), one.max(other), planned, null),
                        minutes,
                        new BigDecimal("55.50"),
                        lines.toArray(CostLine[]::new)));
    }

    private static MoneyCase with(MoneyCase money, BigDecimal p50) {
        MoneyHypothesis now = money.hypothesis();
        return new MoneyCase(
                MoneyCases.hypothesis(now.p10(), p50, now.plannedVolume(), now.lossLimit()),
                money.cost(),
                money.digits());
    }

    /** Benefit minus cost, written out anew and with a hundred digits. */
    private static BigDecimal exactNet(MoneyCase money, BigDecimal volume) {
        java.math.MathContext digits = new java.math.MathContext(100);
        MoneyHypothesis plan = money.hypothesis();
        BigDecimal net = plan.p50().multiply(volume).divide(plan.plannedVolume(), digits);
        List<CostLine> lines = money.cost().lines();
        for (CostLine line : lines) {
            net = net.subtract(
                    switch (line.behaviour()) {
                        case FIXED -> line.amount();
                        case PER_UNIT -> line.amount().multiply(volume);
                        case STEP -> line.amount().multiply(volume.divide(line.stepSize(), 0, RoundingMode.CEILING));
                        case NONE -> BigDecimal.ZERO;
                    });
        }
        BigDecimal checking = money.cost()
                .reviewMinutes()
                .multiply(money.cost().reviewHourlyCost())
                .multiply(volume)
                .divide(BigDecimal.valueOf(60), digits);
        BigDecimal exact = net.subtract(checking);
        return exact.abs().compareTo(new BigDecimal("1E-60")) < 0 ? BigDecimal.ZERO : exact;
    }
}
