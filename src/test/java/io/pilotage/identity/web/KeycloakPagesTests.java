package io.pilotage.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pilotage.testing.Browser;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.KeycloakTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    /** Before Keycloak knows who asks for what, the browser's language is all there is. */
    @Test
    void wayThatLeadsNowhereIsSaidInWords() throws Exception {
        String nowhere = KeycloakServer.shared().issuer()
                + "/protocol/openid-connect/auth?client_id=pilotage&response_type=code&scope=openid"
                + "&redirect_uri=https://evil.example/";
        HttpResponse<String> german = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(nowhere))
                                .header("Accept-Language", "de")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(german.statusCode()).isEqualTo(400);
        assertThat(german.body()).contains("lang=\"de\"");
        try (Browser browser = phone()) {
            browser.page().navigate(nowhere);
            assertThat(browser.page().locator("#kc-error-message")).isVisible();
            assertThat(browser.scrollsSideways()).isFalse();
            browser.screenshot("keycloak-error");
        }
    }

    private Browser phone() {
        Browser browser = Browser.phone(port);
        browser.page().setViewportSize(360, 740);
        return browser;
    }
}
