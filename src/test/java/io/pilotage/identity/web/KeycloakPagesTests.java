package io.pilotage.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pilotage.testing.Browser;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.KeycloakTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Keycloak's own pages on the way in: in the language of the product, and on a narrow phone. */
@KeycloakTest
class KeycloakPagesTests {

    @LocalServerPort
    int port;

    @Test
    void languageOfTheProductIsSpokenAtKeycloakToo() {
        try (Browser browser = phone()) {
            Page page = browser.open("/login?logout&lang=de").open("/portfolio").page();
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.locator("#kc-login")).hasText("Anmelden");
            assertThat(page).hasTitle(java.util.regex.Pattern.compile(".*Pilotage.*"));
            assertThat(browser.scrollsSideways()).isFalse();
            browser.screenshot("keycloak-login-de");

            page.locator("#username").fill("nobody");
            page.locator("#password").fill("wrong");
            page.locator("#kc-login").click();
            assertThat(page.locator("[id^=input-error]").first()).containsText("Ungültiger Benutzername oder Passwort");
            assertThat(browser.scrollsSideways()).isFalse();
            browser.screenshot("keycloak-refused-de");
        }
    }

    @Test
    void englishIsSpokenToEverybodyElse() {
        try (Browser browser = phone()) {
            Page page = browser.open("/portfolio").page();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("#kc-login")).hasText("Sign In");
            browser.screenshot("keycloak-login");
        }
    }

    @Test
    void wayThatLeadsNowhereIsSaidInWords() {
        try (Browser browser = phone()) {
            Page page = browser.page();
            page.setExtraHTTPHeaders(Map.of("Accept-Language", "de"));
            page.navigate(KeycloakServer.shared().issuer()
                    + "/protocol/openid-connect/auth?client_id=pilotage&response_type=code&scope=openid"
                    + "&redirect_uri=https://evil.example/");
            assertThat(page.locator("#kc-error-message")).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(browser.scrollsSideways()).isFalse();
            browser.screenshot("keycloak-error-de");
        }
    }

    private Browser phone() {
        Browser browser = Browser.phone(port);
        browser.page().setViewportSize(360, 740);
        return browser;
    }
}
