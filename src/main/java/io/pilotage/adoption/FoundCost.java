package io.pilotage.adoption;

import io.pilotage.roi.valuation.Money;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A cost of a period as it was found, where that was not an amount in the pilot's currency; kept with the figure.
 *
 * @param line code of the line of cost it belongs to
 * @param rate of the period: what one unit of its currency costs in the pilot's; null where both are the same
 * @param money in the pilot's currency, part of the line
 * @param tokens that systems reported for the period; null for a cost that tokens do not drive
 * @param tokenPrice of a million tokens
 * @param plannedTokens what the signed money case planned for the period; null where it did not plan by tokens
 * @param plannedPrice of a million tokens as planned, in the pilot's currency
 */
@Table("ledger_cost")
public record FoundCost(
        @Column("kind") String line,
        BigDecimal amount,
        String currency,
        @Nullable BigDecimal rate,
        BigDecimal money,
        @Nullable BigDecimal tokens,
        @Nullable BigDecimal tokenPrice,
        @Nullable BigDecimal plannedTokens,
        @Nullable BigDecimal plannedPrice) {

    private static final String INFERENCE = "COMPUTING";
    private static final int MILLION = 6;

    /** @throws Refused when the rate or the currency is missing or makes no sense; names the line */
    public static FoundCost of(
            String line,
            BigDecimal amount,
            @Nullable String currency,
            @Nullable BigDecimal rate,
            String pilotCurrency) {
        Conversion found = Conversion.of(name(line), amount, currency, rate, pilotCurrency);
        return new FoundCost(
                line, found.amount(), found.currency(), found.rate(), found.money(), null, null, null, null);
    }

    /**
     * What the tokens of a period cost; they drive the line of inference.
     *
     * @param price of a million tokens, in {@code currency}
     * @param plan what was planned for the period; null where it was not planned by tokens
     * @throws Refused when no tokens were reported, or the rate or the currency is missing or makes no sense
     */
    public static FoundCost ofTokens(
            BigDecimal tokens,
            BigDecimal price,
            @Nullable String currency,
            @Nullable BigDecimal rate,
            String pilotCurrency,
            @Nullable TokenPlan plan) {
        if (tokens.signum() == 0) {
            throw new Refused("adoption.ledger.noTokens");
        }
        BigDecimal amount = tokens.multiply(price).movePointLeft(MILLION);
        Conversion found = Conversion.of(name(INFERENCE), amount, currency, rate, pilotCurrency);
        return new FoundCost(
                INFERENCE,
                found.amount(),
                found.currency(),
                found.rate(),
                found.money(),
                tokens,
                price,
                plan == null ? null : plan.tokens(),
                plan == null ? null : plan.price());
    }

    /** What was planned for the tokens of the period, in the pilot's currency; null where it was not planned so. */
    public @Nullable BigDecimal planned(String pilotCurrency) {
        return plannedTokens == null || plannedPrice == null
                ? null
                : Money.of(plannedTokens.multiply(plannedPrice).movePointLeft(MILLION), pilotCurrency)
                        .amount();
    }

    /** Cost of the tokens less what was planned, in the pilot's currency; null where it was not planned so. */
    public @Nullable BigDecimal variance(String pilotCurrency) {
        BigDecimal planned = planned(pilotCurrency);
        return planned == null ? null : money.subtract(planned);
    }

    private static DefaultMessageSourceResolvable name(String line) {
        return new DefaultMessageSourceResolvable(new String[] {"roi.cost." + line}, line);
    }
}
