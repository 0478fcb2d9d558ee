package io.pilotage.roi;

import static io.pilotage.roi.MoneyCases.fixed;
import static io.pilotage.roi.MoneyCases.hypothesis;
import static io.pilotage.roi.MoneyCases.perUnit;
import static io.pilotage.roi.MoneyCases.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.roi.MoneyCase.Scenario;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoneyCaseTests {

    @Test
    void humanCheckingIsACostToo() {
        MoneyCase money = MoneyCases.of(plan(null), number("3"), number("40"), fixed(number("1000")));
        assertThat(money.costPerYear()).isEqualByComparingTo("21000");
        assertThat(money.costPerUnit()).isEqualByComparingTo("2.1");
    }

    @Test
    void tokensDriveTheLineOfComputingAndTheBreakEvenVolume() {
        MoneyCase plain = MoneyCases.of(plan(null), BigDecimal.ZERO, BigDecimal.ZERO, fixed(number("1000")));
        MoneyCase money = MoneyCases.withTokens(plain, number("4000000"), number("2"));
        assertThat(money.cost().byLine(number("10"))).containsEntry(CostKind.COMPUTING, number("80.000000"));
        assertThat(money.netValue()).isEqualByComparingTo("9000");
        assertThat(plain.breakEvenVolume()).hasValue(number("112"));
        assertThat(money.breakEvenVolume()).hasValue(number("1000"));
        assertThat(CanonicalJson.write(plain.cost()))
                .as("what was sealed without tokens keeps its text")
                .doesNotContain("inference");
        assertThat(CanonicalJson.read(CanonicalJson.write(money.cost()), CostToServe.class)
                        .inference())
                .isNotNull();
    }

    @Test
    void promisingBecomesUnprofitableAtScale() {
        MoneyCase money = MoneyCases.of(
                plan(null),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                perUnit(number("1")),
                step(number("60000"), number("10000")));
        assertThat(money.scenarios())
                .extracting(Scenario::net)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(number("-20000"), number("20000"), number("40000"));
    }

    @Test
    void stepsMoveTheBreakEvenVolume() {
        MoneyCase money =
                MoneyCases.of(plan(null), BigDecimal.ZERO, BigDecimal.ZERO, step(number("10000"), number("1000")));
        assertThat(money.breakEvenVolume()).isEmpty();
        MoneyCase wider =
                MoneyCases.of(plan(null), BigDecimal.ZERO, BigDecimal.ZERO, step(number("10000"), number("3000")));
        assertThat(wider.breakEvenVolume()).hasValue(number("1112"));
    }

    @Test
    void lossIsBoundedOnlyUpToWhatTheSponsorAccepts() {
        CostLine cost = fixed(number("50000"));
        assertThat(MoneyCases.of(plan(number("10000")), BigDecimal.ZERO, BigDecimal.ZERO, cost)
                        .isLossBounded())
                .isTrue();
        assertThat(MoneyCases.of(plan(number("9999.99")), BigDecimal.ZERO, BigDecimal.ZERO, cost)
                        .isLossBounded())
                .isFalse();
        assertThat(MoneyCases.of(plan(null), BigDecimal.ZERO, BigDecimal.ZERO, cost)
                        .isLossBounded())
                .isFalse();
    }

    @Test
    void whatOperationsAddsCounts() {
        MoneyCase money = MoneyCases.of(plan(null), BigDecimal.ZERO, BigDecimal.ZERO, fixed(number("1000")));
        CostToServe corrected =
                money.cost().confirmed("it-operations", number("500"), number("0.5"), "Support at night");
        assertThat(corrected.perYear(number("10000"))).isEqualByComparingTo("6500");
    }

    @Test
    void figuresOutOfOrderAreRefused() {
        assertThatThrownBy(() ->
                        hypothesis(number("2"), number("1"), number("10"), null).plausibleOn(LocalDate.of(2029, 1, 1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("roi.hypothesis.order");
    }

    @Test
    void figuresThatNoLongerHoldAreRefused() {
        assertThatThrownBy(() ->
                        hypothesis(number("1"), number("2"), number("10"), null).plausibleOn(LocalDate.of(2031, 1, 1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("roi.date.past");
    }

    private static MoneyHypothesis plan(@Nullable BigDecimal lossLimit) {
        return hypothesis(number("40000"), number("90000"), number("10000"), lossLimit);
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }
}
