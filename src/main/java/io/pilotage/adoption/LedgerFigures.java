package io.pilotage.adoption;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * The sums of a ledger entry, in the pilot's currency. What is only believed stands alone; no other figure contains it.
 *
 * @param measured money that was measured
 * @param asserted money that is only believed
 * @param net measured less cost
 * @param promisedP10 what the signed money case promised for the period after cost, in nine of ten cases exceeded
 */
public record LedgerFigures(
        @Column("measured_value") BigDecimal measured,
        @Column("asserted_value") BigDecimal asserted,
        @Column("actual_cost") BigDecimal cost,
        @Column("net_value") BigDecimal net,
        @Column("promised_p10") @Nullable BigDecimal promisedP10,
        @Column("promised_p50") @Nullable BigDecimal promisedP50) {

    static LedgerFigures of(
            List<LedgerLine> lines,
            ActualCosts costs,
            @Nullable BigDecimal promisedP10,
            @Nullable BigDecimal promisedP50) {
        BigDecimal measured = sum(lines, true);
        return new LedgerFigures(
                measured, sum(lines, false), costs.total(), measured.subtract(costs.total()), promisedP10, promisedP50);
    }

    private static BigDecimal sum(List<LedgerLine> lines, boolean isMeasured) {
        return lines.stream()
                .filter(line -> line.isMeasured() == isMeasured)
                .map(LedgerLine::money)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
