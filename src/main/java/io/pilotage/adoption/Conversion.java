package io.pilotage.adoption;

import io.pilotage.roi.valuation.Money;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount as it was found and in the pilot's currency, by the rate of the period.
 *
 * @param rate what one unit of that currency costs in the pilot's; null where both are the same
 */
record Conversion(
        BigDecimal amount, String currency, @Nullable BigDecimal rate, BigDecimal money) {

    /**
     * Converts what was found.
     *
     * @param what names it in a refusal
     * @param currency of the amount; null when it is the pilot's
     * @throws Refused when the rate or the currency is missing or makes no sense
     */
    static Conversion of(
            Object what,
            BigDecimal amount,
            @Nullable String currency,
            @Nullable BigDecimal rate,
            String pilotCurrency) {
        String found = currency == null ? pilotCurrency : currency;
        boolean same = found.equals(pilotCurrency);
        if (!same && rate == null) {
            throw new Refused("adoption.ledger.rateMissing", what, found, pilotCurrency);
        }
        if (same && rate != null && rate.compareTo(BigDecimal.ONE) != 0) {
            throw new Refused("adoption.ledger.rateNotNeeded", what, pilotCurrency);
        }
        Money original = Money.of(amount, found);
        Money money = same || rate == null ? original : original.at(rate, Money.currency(pilotCurrency));
        return new Conversion(original.amount(), found, same ? null : rate, money.amount());
    }
}
