package io.pilotage.adoption;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One effect of the pilot in a period, as it was found and in the pilot's currency.
 *
 * @param reading the measure in its own unit
 * @param basis {@code measured} or {@code asserted}
 * @param amount as it was found; a loss is negative
 * @param currency of the amount, ISO 4217
 * @param rate of the period: what one unit of that currency costs in the pilot's; null where both are the same
 * @param money the amount in the pilot's currency, rounded to its smallest unit
 * @param evidence where its rows are kept; null where nobody brought any
 */
@Table("ledger_line")
public record LedgerLine(
        String metric,
        BigDecimal reading,
        String method,
        String basis,
        String counterfactual,
        BigDecimal amount,
        String currency,
        @Nullable BigDecimal rate,
        BigDecimal money,
        @Nullable String evidence) {

    private static final String MEASURED = "measured";

    /**
     * Converts what was found into the pilot's currency.
     *
     * @param currency of the amount; null when it is the pilot's
     * @throws Refused when an estimate is called measured, or the rate or the currency is missing or makes no sense
     */
    public static LedgerLine of(
            String metric,
            BigDecimal reading,
            String method,
            String basis,
            String counterfactual,
            BigDecimal amount,
            @Nullable String currency,
            @Nullable BigDecimal rate,
            String pilotCurrency,
            @Nullable String evidence) {
        if (basis.equals(MEASURED) && method.equals("estimate")) {
            throw new Refused("adoption.value.estimate", metric);
        }
        Conversion found = Conversion.of(metric, amount, currency, rate, pilotCurrency);
        return new LedgerLine(
                metric,
                reading,
                method,
                basis,
                counterfactual,
                found.amount(),
                found.currency(),
                found.rate(),
                found.money(),
                evidence);
    }

    public boolean isMeasured() {
        return basis.equals(MEASURED);
    }
}
