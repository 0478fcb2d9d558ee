package io.pilotage.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer tells a browser not to do, which cookies it leaves there, and that it leads nowhere else. */
@PilotageTest
class AnswersTests {

    private static final String WRITTEN = "</title><script>ran=1</script><img src=x onerror=ran=1>${7*7}";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/portfolio",
                "/nowhere",
                "/api/csrf",
                "/css/pilotage.css",
                "/operaton/app/tasklist/default/",
                "/operaton/api/engine/engine/default/task/count",
                "/engine-rest/version",
                "/engine-rest/task/no-such-task",
                "/actuator/health"
            })
    void everyAnswerTiesTheBrowserDown(String path) {
        for (Asker asker : List.of(Asker.nobody(port, "anonymous"), Asker.signedIn(port, "process-admin"))) {
            HttpHeaders headers = asker.now("GET", path, null).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
            assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
            assertThat(headers.firstValue("Server")).isEmpty();
            if (headers.firstValue("Content-Type").orElse("").startsWith("text/html")) {
                assertThat(headers.allValues("Content-Security-Policy"))
                        .singleElement()
                        .asString()
                        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "form-action ")
                        // The engine's pages bring a base of their own.
                        .contains("base-uri " + (path.startsWith("/operaton") ? "'self'" : "'none'"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portfolio", "/api/csrf", "/engine-rest/task/count", "/operations"})
    void whatIsAboutPeopleIsKeptByNoCache(String path) {
        assertThat(Asker.signedIn(port, "process-admin")
                        .now("GET", path, null)
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");
    }

    @Test
    void whatPeopleWriteIsShownAndNotRun() {
        String pilot = cases.propose(Cases.LOW, Map.of("title", WRITTEN));
        Asker reader = Asker.signedIn(port, "portfolio-office");
        for (String path : List.of("/pilots/" + pilot, "/portfolio?q=" + pilot, "/portfolio?q=%3Cimg%20src=x%3E")) {
            assertThat(reader.now("GET", path, null).body()).as(path).doesNotContain("<img src=x", "</title><script>");
        }
        assertThat(reader.now("GET", "/pilots/" + pilot, null).body()).contains("&lt;img src=x");
        try (Browser browser = Browser.desktop(port).signIn("decision-owner")) {
            browser.open("/operaton/app/tasklist/default/#/?task="
                    + cases.anyTask(pilot, "acceptAccountability").getId());
            assertThat(browser.page().locator(".pilotage-card__title").first()).isVisible();
            assertThat(browser.page().evaluate("window.ran")).isNull();
        }
    }

    @Test
    void cookiesStayWithThisSiteAndAreReadByNoScript() {
        List<String> cookies = new ArrayList<>();
        Asker stranger = Asker.nobody(port, "stranger");
        cookies.addAll(stranger.now("GET", "/login?lang=de", null).headers().allValues("Set-Cookie"));
        cookies.addAll(stranger.signIn("bu-sponsor", "/").headers().allValues("Set-Cookie"));
        assertThat(cookies).hasSizeGreaterThan(1).allMatch(cookie -> cookie.contains("HttpOnly"));
        List<String> ofTheEngine = stranger.now("GET", "/operaton/app/tasklist/default/", null)
                .headers()
                .allValues("Set-Cookie");
        // The engine's own web applications read their token by script; it opens nothing without the session.
        assertThat(ofTheEngine).singleElement().asString().startsWith("XSRF-TOKEN=");
        cookies.addAll(ofTheEngine);
        assertThat(cookies)
                .allMatch(cookie -> cookie.contains("SameSite=Lax"))
                .allMatch(cookie -> cookie.toLowerCase(java.util.Locale.ROOT).contains("path=/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "//evil.example/%2e%2e",
                "/login?continue=https://evil.example",
                "/login?logout&redirect=//evil.example",
                "/?spring-security-redirect=https://evil.example",
                "/t/%2F%2Fevil.example",
                "/t///evil.example",
                "/operaton",
                "/operaton//evil.example/..",
                "/operaton/app//evil.example",
                "/operaton/app/tasklist?next=//evil.example",
                "/operaton/app/tasklist/%0d%0aLocation:%20https://evil.example",
                "/pilots/..;/..;//evil.example",
                "/portfolio;//evil.example"
            })
    void nothingLeadsToAnotherSite(String path) {
        for (Asker asker : List.of(Asker.nobody(port, "anonymous"), Asker.signedIn(port, "bu-sponsor"))) {
            HttpResponse<String> answer = asker.from("evil.example").now("GET", path, null);
            assertThat(answer.statusCode()).isLessThan(500);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(answer.headers().firstValue("Location").orElse("/"))
                    .matches("(http://127\\.0\\.0\\.1:" + port + ")?/(?!/).*|/")
                    .doesNotContain("//evil");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example"})
    void signingInLeadsBackHere(String target) {
        HttpResponse<String> answer = Asker.nobody(port, "stranger").signIn("bu-sponsor", target);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).matches("(http://127\\.0\\.0\\.1:\\d+)?/");
    }
}
