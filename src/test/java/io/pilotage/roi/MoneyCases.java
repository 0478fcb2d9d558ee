package io.pilotage.roi;

import io.pilotage.roi.CostLine.Behaviour;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money cases of plain numbers. */
final class MoneyCases {

    private MoneyCases() {}

    static MoneyCase of(MoneyHypothesis hypothesis, BigDecimal minutes, BigDecimal hourly, CostLine... lines) {
        return new MoneyCase(
                hypothesis,
                new CostToServe(
                        "P-0",
                        List.of(lines),
                        minutes,
                        hourly,
                        null,
                        new BigDecimal("5000"),
                        new BigDecimal("20000"),
                        null,
                        Review.PER_CASE,
                        Energy.NONE,
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
    }

    /** The same with inference that is planned by tokens. */
    static MoneyCase withTokens(MoneyCase money, BigDecimal perCase, BigDecimal price) {
        CostToServe cost = money.cost();
        return new MoneyCase(
                money.hypothesis(),
                new CostToServe(
                        cost.pilotKey(),
                        cost.lines(),
                        cost.reviewMinutes(),
                        cost.reviewHourlyCost(),
                        cost.pilotVolume(),
                        cost.lowVolume(),
                        cost.highVolume(),
                        cost.overrun(),
                        cost.review(),
                        cost.energy(),
                        new Inference(perCase, price),
                        cost.subsidies(),
                        cost.subsidyAmount(),
                        cost.costOwner(),
                        cost.confirmedBy(),
                        cost.extraFixed(),
                        cost.extraPerUnit(),
                        cost.correction(),
                        cost.version()),
                money.digits());
    }

    static MoneyHypothesis hypothesis(
            BigDecimal p10, BigDecimal p50, BigDecimal planned, @Nullable BigDecimal lossLimit) {
        return new MoneyHypothesis(
                "P-0",
                p10,
                p50,
                p50,
                planned,
                6,
                70,
                null,
                "bu-sponsor",
                "4711",
                lossLimit,
                LocalDate.of(2030, 1, 1),
                null,
                null,
                null,
                null);
    }

    static CostLine fixed(BigDecimal amount) {
        return new CostLine(CostKind.PIPELINES, Behaviour.FIXED, amount, null, "contracts", null);
    }

    static CostLine perUnit(BigDecimal amount) {
        return new CostLine(CostKind.COMPUTING, Behaviour.PER_UNIT, amount, null, "calls", null);
    }

    static CostLine step(BigDecimal amount, BigDecimal size) {
        return new CostLine(CostKind.SUPPORT, Behaviour.STEP, amount, size, "people", null);
    }
}
