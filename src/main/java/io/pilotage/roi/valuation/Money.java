package io.pilotage.roi.valuation;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount in one currency, rounded to the smallest unit of that currency, half to even; two currencies never mix.
 *
 * @param amount with exactly the decimals that the currency has
 */
public record Money(BigDecimal amount, Currency currency) {

    /** How every amount is rounded, so that many roundings do not lean to one side. */
    public static final RoundingMode ROUNDING = RoundingMode.HALF_EVEN;

    public Money {
        amount = amount.setScale(digits(currency), ROUNDING);
    }

    /** @param code ISO 4217 @throws Refused when there is no such currency */
    public static Money of(BigDecimal amount, String code) {
        return new Money(amount, currency(code));
    }

    /** @throws Refused when there is no such currency */
    public static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new Refused("roi.money.unknown", code);
        }
    }

    /** @throws Refused when the other is in another currency */
    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    /** @throws Refused when the other is in another currency */
    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    /**
     * The amount in another currency.
     *
     * @param rate what one unit of this currency costs in the other
     * @throws Refused when the rate is not above zero
     */
    public Money at(BigDecimal rate, Currency other) {
        if (rate.signum() <= 0) {
            throw new Refused("roi.money.rate", currency.getCurrencyCode(), other.getCurrencyCode());
        }
        return new Money(amount.multiply(rate), other);
    }

    /**
     * Splits the amount by weights so that the parts add up to it to the cent: what rounding leaves over goes to the
     * first parts.
     *
     * @param weights not negative and not all zero
     */
    public List<Money> split(List<BigDecimal> weights) {
        BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal smallest = BigDecimal.ONE.movePointLeft(digits(currency));
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal left = amount;
        for (BigDecimal weight : weights) {
            BigDecimal part = amount.multiply(weight)
                    .divide(whole, MathContext.DECIMAL128)
                    .setScale(digits(currency), RoundingMode.DOWN);
            parts.add(part);
            left = left.subtract(part);
        }
        BigDecimal cent = left.signum() < 0 ? smallest.negate() : smallest;
        for (int i = 0; left.signum() != 0; i = (i + 1) % parts.size()) {
            if (weights.get(i).signum() > 0) {
                parts.set(i, parts.get(i).add(cent));
                left = left.subtract(cent);
            }
        }
        return parts.stream().map(part -> new Money(part, currency)).toList();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new Refused("roi.money.mixed", currency.getCurrencyCode(), other.currency.getCurrencyCode());
        }
        return other;
    }

    /** How many decimals amounts in the currency have, none in yen; two while nobody has stated it. */
    public static int digits(@Nullable String code) {
        return code == null ? 2 : digits(currency(code));
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
