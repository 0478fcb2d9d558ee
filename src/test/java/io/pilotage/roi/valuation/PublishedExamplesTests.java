package io.pilotage.roi.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples that others have published, each to the last digit that was printed. */
class PublishedExamplesTests {

    /** Brealey, Myers and Allen, Principles of Corporate Finance, section 5-2 (payback), projects A, B and C at ten percent. */
    @ParameterizedTest
    @CsvSource({"-2000 500 500 5000, 2624, 3", "-2000 500 1800 0, -58, 2", "-2000 1800 500 0, 50, 2"})
    void presentValueAndPaybackOfATextbook(String flows, BigDecimal npv, BigDecimal wholeYears) {
        assertThat(flows(flows).npv(new BigDecimal("0.1")).setScale(0, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(npv);
        assertThat(flows(flows).payback().orElseThrow().setScale(0, RoundingMode.CEILING))
                .isEqualByComparingTo(wholeYears);
    }

    /** Ross, Westerfield and Jordan, Fundamentals of Corporate Finance, example "Calculating payback". */
    @Test
    void paybackWithinAYear() {
        assertThat(flows("-500 100 200 500").payback().orElseThrow()).isEqualByComparingTo("2.4");
    }

    /** Microsoft Excel, documentation of NPV: the first value there is paid at the end of the first year, or now. */
    @ParameterizedTest
    @CsvSource({
        "0.10, 0 -10000 3000 4200 6800, 1188.44",
        "0.08, -40000 8000 9200 10000 12000 14500, 1922.06",
        "0.08, -40000 8000 9200 10000 12000 14500 -9000, -3749.47"
    })
    void presentValueOfASpreadsheet(BigDecimal rate, String flows, BigDecimal npv) {
        assertThat(Money.of(flows(flows).npv(rate), "USD").amount()).isEqualTo(npv);
    }

    /** Microsoft Excel, documentation of IRR. */
    @ParameterizedTest
    @CsvSource({"-70000 12000 15000 18000 21000, -2.1", "-70000 12000 15000 18000 21000 26000, 8.7"})
    void rateOfReturnOfASpreadsheet(String flows, BigDecimal percent) {
        assertThat(percent(flows).setScale(1, RoundingMode.HALF_EVEN)).isEqualTo(percent);
    }

    /**
     * NumPy, documentation of {@code irr} (1.3) and of numpy-financial, after Gitman, Principles of Managerial Finance;
     * printed as binary floating point, so that its last digit is the last that such a number holds.
     */
    @ParameterizedTest
    @CsvSource({"-100 39 59 55 20, 0.280948421159961", "-250000 100000 150000 200000 250000 300000, 0.567230334435854"})
    void rateOfReturnOfALibrary(String flows, BigDecimal rate) {
        assertThat(flows(flows).irr().orElseThrow().setScale(15, RoundingMode.HALF_EVEN))
                .isEqualTo(rate);
    }

    /** numpy-financial, documentation of {@code npv}. */
    @Test
    void presentValueOfALibrary() {
        assertThat(flows("-40000 5000 8000 12000 30000")
                        .npv(new BigDecimal("0.08"))
                        .setScale(5, RoundingMode.HALF_EVEN))
                .isEqualTo("3065.22267");
    }

    private static BigDecimal percent(String flows) {
        return flows(flows).irr().orElseThrow().movePointRight(2);
    }

    private static CashFlows flows(String amounts) {
        return new CashFlows(
                Arrays.stream(amounts.split(" ")).map(BigDecimal::new).toList());
    }
}
