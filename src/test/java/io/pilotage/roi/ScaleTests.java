package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A pilot that pays and an everyday use that does not: from which volume, and because of which line. */
class ScaleTests {

    private static final BigDecimal PLANNED = BigDecimal.valueOf(10_000);

    @Property
    void breakEvenFoundBySearchIsTheClosedForm(
            @ForAll @IntRange(min = 0, max = 1_000_000) int fixed,
            @ForAll @IntRange(min = 0, max = 20) int perCase,
            @ForAll @IntRange(min = 1, max = 40) int benefitPerCase) {
        MoneyCase money = MoneyCases.of(
                MoneyCases.hypothesis(
                        BigDecimal.ZERO, PLANNED.multiply(BigDecimal.valueOf(benefitPerCase)), PLANNED, null),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                MoneyCases.fixed(BigDecimal.valueOf(fixed)),
                MoneyCases.perUnit(BigDecimal.valueOf(perCase)));
        int margin = benefitPerCase - perCase;
        if (margin <= 0) {
            assertThat(money.breakEvenVolume()).isEmpty();
        } else {
            BigDecimal closed = BigDecimal.valueOf(fixed)
                    .divide(BigDecimal.valueOf(margin), 0, RoundingMode.CEILING)
                    .max(BigDecimal.ONE);
            assertThat(money.breakEvenVolume().orElseThrow()).isEqualByComparingTo(closed);
        }
    }

    /** The closed form: benefit a case times volume plus what is free equals fixed cost plus cost a case times volume. */
    @Property
    void theTurningVolumeIsTheClosedForm(
            @ForAll @IntRange(min = 1_000, max = 50_000) int free,
            @ForAll @IntRange(min = 1, max = 20) int lossPerCase) {
        MoneyCase money = piloted(BigDecimal.valueOf(free), BigDecimal.valueOf(10L + lossPerCase));
        BigDecimal closed = BigDecimal.valueOf(free)
                .divide(BigDecimal.valueOf(lossPerCase), MathContext.DECIMAL64)
                .setScale(0, RoundingMode.FLOOR)
                .add(BigDecimal.ONE);
        if (money.isPilotProfitable() && closed.compareTo(PLANNED) <= 0) {
            assertThat(money.turningVolume().orElseThrow()).isEqualByComparingTo(closed);
        }
    }

    /** The closed form of two costs in steps of the same size: as many steps as are begun, each with both. */
    @Property
    void checkingAndEnergyInStepsBreakEvenWhereTheirClosedFormDoes(
            @ForAll @IntRange(min = 1, max = 500) int minutes,
            @ForAll @IntRange(min = 1, max = 90) int hourly,
            @ForAll @IntRange(min = 0, max = 400) int kwh,
            @ForAll @IntRange(min = 50, max = 3_000) int size) {
        MoneyCase money = new MoneyCase(
                MoneyCases.hypothesis(BigDecimal.ZERO, PLANNED.multiply(BigDecimal.TEN), PLANNED, null),
                new CostToServe(
                        "P-0",
                        List.of(),
                        BigDecimal.valueOf(minutes),
                        BigDecimal.valueOf(hourly),
                        null,
                        null,
                        null,
                        null,
                        new Review(CostLine.Behaviour.STEP, BigDecimal.valueOf(size), "shifts", null),
                        new Energy(
                                BigDecimal.valueOf(kwh),
                                null,
                                BigDecimal.ONE,
                                CostLine.Behaviour.STEP,
                                BigDecimal.valueOf(size),
                                "servers",
                                null),
                        null,
                        null,
                        null,
                        "it-operations",
                        null,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        null,
                        null),
                2);
        BigDecimal step = BigDecimal.valueOf((long) minutes * hourly)
                .divide(BigDecimal.valueOf(60), MathContext.DECIMAL128)
                .add(BigDecimal.valueOf(kwh));
        BigDecimal needed = step.divide(BigDecimal.TEN, 0, RoundingMode.CEILING).max(BigDecimal.ONE);
        if (needed.compareTo(BigDecimal.valueOf(size)) <= 0) {
            assertThat(money.breakEvenVolume().orElseThrow()).isEqualByComparingTo(needed);
        }
        assertThat(money.cost().perYear(BigDecimal.valueOf(size + 1L)))
                .isCloseTo(
                        money.cost().perYear(BigDecimal.valueOf(size)).multiply(BigDecimal.valueOf(2)),
                        Offset.offset(new BigDecimal("1E-20")));
    }

    @Test
    void theLineThatGrowsMostIsNamedWhereThePilotPays() {
        MoneyCase money = piloted(new BigDecimal("5000"), new BigDecimal("12"));
        assertThat(money.isPilotProfitable()).isTrue();
        assertThat(money.netValue()).isNegative();
        assertThat(money.culprit().orElseThrow().kind()).isEqualTo(CostKind.COMPUTING);
        assertThat(money.culprit().orElseThrow().perYear()).isEqualByComparingTo("120000");
        assertThat(money.culprit().orElseThrow().pilotPays()).isTrue();
        assertThat(money.turningVolume().orElseThrow()).isEqualByComparingTo("2501");
    }

    @Test
    void stepsTurnAPilotWhereTheyBegin() {
        MoneyCase money = new MoneyCase(
                MoneyCases.hypothesis(BigDecimal.ZERO, new BigDecimal("100000"), PLANNED, null),
                cost(
                        new BigDecimal("400"),
                        BigDecimal.ZERO,
                        List.of(MoneyCases.step(new BigDecimal("6000"), new BigDecimal("500")))),
                2);
        assertThat(money.turningVolume()).isEmpty();
        MoneyCase free = new MoneyCase(
                money.hypothesis(),
                cost(
                        new BigDecimal("400"),
                        new BigDecimal("3000"),
                        List.of(MoneyCases.step(new BigDecimal("6000"), new BigDecimal("500")))),
                2);
        assertThat(free.turningVolume().orElseThrow()).isEqualByComparingTo("501");
    }

    @Test
    void theLargestLineIsNamedWhereNothingPays() {
        MoneyCase money = MoneyCases.of(
                MoneyCases.hypothesis(BigDecimal.ZERO, BigDecimal.TEN, PLANNED, null),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                MoneyCases.fixed(new BigDecimal("70000")),
                MoneyCases.perUnit(BigDecimal.ONE));
        assertThat(money.culprit().orElseThrow().kind()).isEqualTo(CostKind.PIPELINES);
        assertThat(money.culprit().orElseThrow().pilotPays()).isFalse();
    }

    /** Brings ten a case; the pilot runs 100 cases a year and gets something for free. */
    private static MoneyCase piloted(BigDecimal free, BigDecimal costPerCase) {
        return new MoneyCase(
                MoneyCases.hypothesis(BigDecimal.ZERO, PLANNED.multiply(BigDecimal.TEN), PLANNED, null),
                cost(BigDecimal.valueOf(100), free, List.of(MoneyCases.perUnit(costPerCase))),
                2);
    }

    private static CostToServe cost(BigDecimal pilotVolume, BigDecimal free, List<CostLine> lines) {
        return new CostToServe(
                "P-0",
                lines,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                pilotVolume,
                null,
                null,
                null,
                Review.PER_CASE,
                Energy.NONE,
                null,
                null,
                free,
                "it-operations",
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                null);
    }
}
