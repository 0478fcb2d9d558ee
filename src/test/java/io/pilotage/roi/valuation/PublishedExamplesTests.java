package io.pilotage.roi.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples that others have published, each to the last digit that is printed at the address named beside it. */
class PublishedExamplesTests {

    /**
     * Adobe, FormCalc reference, function NPV; the first value is paid after one period. What is printed there is cut off
     * after the last digit, not rounded.
     *
     * @see <a href="https://help.adobe.com/ja_JP/livecycle/10.0/DesignerFormCalcRef/WS92d06802c76abadb-32254d55129f5ee7c98-7fba.html">
     *     NPV</a>
     */
    @ParameterizedTest
    @CsvSource({
        "0.065, 0 5000, 4694.83568075117",
        "0.10, 0 500 1500 4000 10000, 11529.60863329007",
        "0.0022916666666666666667, 0 50 60 40 100 25, 273.14193838457"
    })
    void presentValueOfAReference(BigDecimal rate, String flows, BigDecimal npv) {
        assertThat(flows(flows).npv(rate).setScale(npv.scale(), RoundingMode.DOWN))
                .isEqualTo(npv);
    }

    /**
     * NumPy 1.3, function irr, printed with every digit that a binary number holds.
     *
     * @see <a href="https://docs.scipy.org/doc/numpy-1.3.x/reference/generated/numpy.irr.html">irr</a>
     */
    @Test
    void rateOfReturnOfALibrary() {
        BigDecimal published = new BigDecimal("0.2809484211599611");
        assertThat(flows("-100 39 59 55 20").irr().orElseThrow().setScale(published.scale(), RoundingMode.HALF_EVEN))
                .isEqualTo(published);
    }

    /**
     * CellWorks, function Irr, four decimals.
     *
     * @see <a href="https://cellworks.au/manual/irrFunctionExplanation.html">Irr</a>
     */
    @Test
    void rateOfReturnOfASpreadsheet() {
        assertThat(flows("-70000 12000 15000 18000 21000 26000")
                        .irr()
                        .orElseThrow()
                        .setScale(4, RoundingMode.HALF_EVEN))
                .isEqualTo("0.0866");
    }

    /**
     * tiko standard library, function PaybackPeriod: within the year in which the sum turns, and never where it does not.
     *
     * @see <a href="https://github.com/PaulSquires/tiko-lang/wiki/Modern-Finance-PaybackPeriod">PaybackPeriod</a>
     */
    @Test
    void paybackWithinAYear() {
        assertThat(flows("-1000 300 400 500 200").payback().orElseThrow()).isEqualByComparingTo("2.6");
        assertThat(flows("-1000 100 100 100").payback()).isEmpty();
    }

    /**
     * One investment with all three figures: 500 now, 300, 200 and 150 in three years, at six percent.
     *
     * @see <a href="https://qammunity.org/12032264/?show=12032265">the answer</a>
     */
    @Test
    void oneInvestmentWithAllThree() {
        CashFlows investment = flows("-500 300 200 150");
        assertThat(Money.of(investment.npv(new BigDecimal("0.06")), "USD").amount())
                .isEqualTo("86.96");
        assertThat(investment.irr().orElseThrow().movePointRight(2).setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo("16.46");
        assertThat(investment.payback().orElseThrow()).isEqualByComparingTo("2");
    }

    private static CashFlows flows(String amounts) {
        return new CashFlows(
                Arrays.stream(amounts.split(" ")).map(BigDecimal::new).toList());
    }
}
