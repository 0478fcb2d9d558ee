package io.pilotage.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The language of answers that no page controller gives. */
class LanguageFilterTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void chosenLanguageReachesTheEngineToo() throws Exception {
        request.addHeader("Accept-Language", "en");
        request.setCookies(new Cookie(LanguageConfiguration.COOKIE, "de"));
        assertThat(languageSeenBehindTheFilter()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void withoutAChoiceTheBrowserIsAsked() throws Exception {
        request.addPreferredLocale(Locale.GERMANY);
        request.addHeader("Accept-Language", "de-DE");
        assertThat(languageSeenBehindTheFilter()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void nothingStaysOnTheThread() throws Exception {
        LocaleContextHolder.resetLocaleContext();
        languageSeenBehindTheFilter();
        assertThat(LocaleContextHolder.getLocaleContext()).isNull();
    }

    private Locale languageSeenBehindTheFilter() throws Exception {
        var seen = new AtomicReference<Locale>();
        new LanguageFilter(new LanguageConfiguration().localeResolver(false))
                .doFilter(
                        request,
                        new MockHttpServletResponse(),
                        (asked, answer) -> seen.set(LocaleContextHolder.getLocale()));
        return seen.get();
    }
}
