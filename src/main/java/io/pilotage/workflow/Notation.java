package io.pilotage.workflow;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Writes figures and days as the language of whoever reads them does: 1,234.50 in English, 1.234,50 in German. */
public final class Notation {

    private Notation() {}

    /** The figure with exactly the decimals it has, in the language of the current reader. */
    public static String number(BigDecimal number) {
        return number(number, LocaleContextHolder.getLocale());
    }

    /** The figure without decimals that say nothing, in the language of the current reader. */
    public static String plain(BigDecimal number) {
        return number(number.stripTrailingZeros());
    }

    /**
     * An amount with the decimals of its currency, or with none when it is whole, in the language of the current reader.
     *
     * @param currency ISO 4217
     */
    public static String money(BigDecimal amount, String currency) {
        BigDecimal stripped = amount.stripTrailingZeros();
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return number(stripped.scale() <= 0 ? stripped : stripped.setScale(Math.max(digits, stripped.scale())));
    }

    /** The day as forms show it, in the language of the current reader. */
    public static String day(LocalDate day, MessageSource messages) {
        Locale language = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(messages.getMessage("workflow.date", null, language), language)
                .format(day);
    }

    static String number(Number number, Locale language) {
        BigDecimal exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        if (number instanceof Double || number instanceof Float) {
            exact = exact.stripTrailingZeros();
        }
        NumberFormat format = NumberFormat.getNumberInstance(language);
        int decimals = Math.max(0, exact.scale());
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(decimals);
        return format.format(exact);
    }
}
