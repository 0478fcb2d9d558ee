package io.pilotage.roi.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The arithmetic that seals name by its version: whoever changes one of these figures needs another version. */
class FormulaTests {

    @Test
    void aVersionOfTheFormulaAlwaysGivesTheSameFigures() {
        assertThat(Terms.FORMULA).isEqualTo("valuation/2");
        Valuation value = value(4711);
        assertThat(value.npv()).isEqualTo("221568.11");
        assertThat(value.irr()).isEqualTo("182.05");
        assertThat(value.npvP10()).isEqualTo("-21327.37");
        assertThat(value.npvP50()).isEqualTo("167099.00");
        assertThat(value.npvP90()).isEqualTo("547232.02");
        assertThat(value.lossChance()).isEqualTo("13.8");
    }

    @Test
    void anotherSeedIsAskedForOtherFutures() {
        assertThat(value(4712).npvP50()).isNotEqualTo(value(4711).npvP50());
        assertThat(value(4712).npv()).isEqualTo(value(4711).npv());
    }

    @Test
    void oneOfTenLiesBelowTheLowEndAndOneAboveTheHighEnd() {
        Range range = new Range(new BigDecimal("10"), new BigDecimal("20"), new BigDecimal("50"));
        BigDecimal tenth = new BigDecimal("1.2815515655446004");
        assertThat(range.at(tenth.negate(), BigDecimal.ZERO)).isEqualByComparingTo("10");
        assertThat(range.at(BigDecimal.ZERO, BigDecimal.ZERO)).isEqualByComparingTo("20");
        assertThat(range.at(tenth, BigDecimal.ZERO)).isEqualByComparingTo("50");
        assertThat(range.at(new BigDecimal("-9"), BigDecimal.ZERO)).isZero();
    }

    @Test
    void halfACentGoesToTheEvenNeighbour() {
        assertThat(Money.of(new BigDecimal("0.125"), "EUR").amount()).isEqualTo("0.12");
        assertThat(Money.of(new BigDecimal("0.135"), "EUR").amount()).isEqualTo("0.14");
        assertThat(Money.of(new BigDecimal("-0.125"), "EUR").amount()).isEqualTo("-0.12");
    }

    @Test
    void theRateOfThePeriodSaysWhatOneUnitCosts() {
        assertThat(Money.of(new BigDecimal("100.10"), "GBP")
                        .at(new BigDecimal("1.1735"), Money.currency("EUR"))
                        .amount())
                .isEqualTo("117.47");
    }

    private static Valuation value(long seed) {
        return Valuation.of(
                new BusinessPlan(
                        range("40000", "90000", "140000"),
                        range("5000", "10000", "20000"),
                        new BigDecimal("10000"),
                        range("0.7", "1", "1"),
                        range("1", "1", "1.2"),
                        range("6", "6", "12"),
                        new BigDecimal("30000"),
                        cases -> new BigDecimal("10000").add(cases.multiply(new BigDecimal("1.25")))),
                new Terms("EUR", new BigDecimal("8"), 5, seed, 1_000, Terms.FORMULA));
    }

    private static Range range(String low, String middle, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(middle), new BigDecimal(high));
    }
}
