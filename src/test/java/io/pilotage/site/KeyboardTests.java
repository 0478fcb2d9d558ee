package io.pilotage.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.Keyboard;
import io.pilotage.testing.PilotageTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People without a mouse on the pages: Tab reaches everything, in the order that is seen, and shows where it is. */
@PilotageTest
class KeyboardTests {

    private static final String PERSON = "decision-owner";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @ParameterizedTest
    @CsvSource({
        "bu-sponsor,/portfolio",
        "bu-sponsor,/pilots/{pilot}",
        "portfolio-office,/portfolio/import",
        "bu-sponsor,/mails",
        "bu-sponsor,/pilots/P-0",
        "bu-sponsor,/nowhere",
    })
    void everyPageIsWalked(String person, String path) {
        String pilot = path.contains("{pilot}") ? cases.propose(Cases.LOW, Map.of()) : "";
        List<String> problems = new ArrayList<>();
        for (boolean phone : new boolean[] {false, true}) {
            try (Browser browser = phone ? Browser.phone(port) : Browser.desktop(port)) {
                browser.signIn(person).open(path.replace("{pilot}", pilot));
                new Keyboard(browser.page())
                        .walk()
                        .forEach(problem -> problems.add((phone ? "phone: " : "") + problem));
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aPersonSignsInAndOut() {
        try (Browser browser = Browser.desktop(port).open("/login")) {
            Page page = browser.page();
            Keyboard keyboard = new Keyboard(page);
            if (!page.locator("#username:focus").isVisible()) {
                keyboard.to("#username");
            }
            keyboard.type(PERSON).to("#password").type("pilotage").press("Enter");
            page.waitForURL(address -> !address.contains("/login"));
            browser.open("/portfolio");
            keyboard.to(".account summary").press("Enter").to(".account button").press("Enter");
            page.waitForURL("**/login?logout");
        }
    }
}
