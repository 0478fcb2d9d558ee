package io.pilotage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The browser of the tests sees what a person would stumble over. */
class BrowserTests {

    private HttpServer site;

    @BeforeEach
    void serve() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page("/good", "<html lang=en><title>Good</title><main><h1>Good</h1></main>");
        page(
                "/bad",
                "<html><title>Bad</title><img src=data:,><script>throw new Error('broken')</script>"
                        + "<div style=width:1000px>wide</div>");
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    @Test
    void findsNothingOnAGoodPage() {
        try (Browser browser = Browser.desktop(site.getAddress().getPort())) {
            browser.open("/good").screenshot("browser-good");

            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.problems()).isEmpty();
            assertThat(browser.scrollsSideways()).isFalse();
            assertThat(Path.of("target/screenshots/browser-good-desktop.png")).isNotEmptyFile();
        }
    }

    @Test
    void namesBarriersErrorsAndOverflowOnABadPage() {
        try (Browser browser = Browser.phone(site.getAddress().getPort())) {
            browser.open("/bad");

            assertThat(browser.barriers())
                    .anyMatch(barrier -> barrier.startsWith("image-alt: img"))
                    .anyMatch(barrier -> barrier.startsWith("html-has-lang"));
            assertThat(browser.problems()).anyMatch(problem -> problem.contains("broken"));
            assertThat(browser.scrollsSideways()).isTrue();
        }
    }

    private void page(String path, String html) {
        site.createContext(path, exchange -> {
            byte[] body = ("<!doctype html><link rel=icon href=data:,>" + html).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
