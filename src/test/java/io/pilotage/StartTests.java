package io.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Browser;
import io.pilotage.testing.PilotageTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a newcomer meets first. */
@PilotageTest
class StartTests {

    @LocalServerPort
    int port;

    @Test
    void theLoginPageFitsAPhone() {
        try (Browser browser = Browser.phone(port)) {
            browser.open("/login").screenshot("login");

            assertThat(browser.scrollsSideways()).isFalse();
            assertThat(browser.problems()).isEmpty();
            assertThat(browser.barriers()).isEmpty();
        }
    }
}
