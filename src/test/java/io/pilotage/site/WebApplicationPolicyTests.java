package io.pilotage.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Browser;
import io.pilotage.testing.PilotageTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pages of the engine's web applications may run. */
@PilotageTest
class WebApplicationPolicyTests {

    private static final Pattern IN_POLICY = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("<script nonce=\"([^\"]+)\"");
    private static final int AT_ONCE = 60;

    @LocalServerPort
    int port;

    @Test
    void everyPageOpenedInTheSameMomentRunsItsOwnScriptsAndNoOthers() {
        List<HttpResponse<String>> pages;
        try (Browser browser = Browser.desktop(port).signIn("bu-sponsor")) {
            pages = IntStream.range(0, AT_ONCE).mapToObj(number -> tasks(browser.cookies())).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        for (HttpResponse<String> page : pages) {
            List<String> policies = page.headers().allValues("Content-Security-Policy");
            assertThat(policies).singleElement().asString().doesNotContain("script-src 'unsafe-inline'");
            assertThat(found(IN_PAGE, page.body()))
                    .hasSizeGreaterThan(3)
                    .containsOnly(found(IN_POLICY, policies.get(0)).get(0));
        }
        assertThat(pages.stream().map(page -> found(IN_PAGE, page.body()).get(0)))
                .doesNotHaveDuplicates();
    }

    private final HttpClient http = HttpClient.newHttpClient();

    private CompletableFuture<HttpResponse<String>> tasks(String cookies) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/operaton/app/tasklist/default/"))
                .header("Cookie", cookies)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
