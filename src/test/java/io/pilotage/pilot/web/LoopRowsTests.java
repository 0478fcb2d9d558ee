package io.pilotage.pilot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a loop cost reads as the reader writes numbers. */
class LoopRowsTests {

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void amountIsInTheReadersNotation() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(LoopRows.money(new BigDecimal("12345"), "EUR")).isEqualTo("12.345 EUR");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(LoopRows.money(new BigDecimal("12345"), null)).isEqualTo("12,345");
    }
}
