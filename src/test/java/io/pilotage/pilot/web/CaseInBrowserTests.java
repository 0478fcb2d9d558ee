package io.pilotage.pilot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pilotage.identity.DemoUsers;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a case and the link to a task, as a person meets them. */
@PilotageTest
class CaseInBrowserTests {

    @Autowired
    Cases cases;

    @LocalServerPort
    int port;

    @Test
    void drawingShowsWhereItStandsAndMovesByKeyboard() {
        String pilot = cases.propose(Cases.HIGH, Map.of());
        try (Browser browser = Browser.desktop(port).signIn("portfolio-office").open("/pilots/" + pilot)) {
            Page page = browser.page();
            page.locator(".diagram .standing[data-element-id=mapDecisionMoment]")
                    .waitFor();
            String before = page.locator(".diagram .viewport").getAttribute("transform");
            page.locator("#drawing").press("ArrowRight");
            page.locator("#drawing").press("+");
            assertThat(page.locator(".diagram .viewport").getAttribute("transform"))
                    .isNotEqualTo(before);
            assertThat(page.locator("#standing").innerText()).contains("Map decision moment");
            page.locator(".tabs a[href*=pilotJourney]").click();
            page.locator(".diagram .standing[data-element-id=callDiscovery]").waitFor();
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.problems()).isEmpty();
            browser.screenshot("case");
        }
    }

    @Test
    void phoneShowsItWithoutScrollingSideways() {
        String pilot = cases.propose(Cases.HIGH, Map.of());
        try (Browser browser = Browser.phone(port).signIn("bu-sponsor").open("/pilots/" + pilot)) {
            browser.page().setViewportSize(360, 780);
            browser.page()
                    .locator(".diagram .standing[data-element-id=mapDecisionMoment]")
                    .waitFor();
            assertThat(browser.scrollsSideways()).isFalse();
            assertThat(browser.barriers()).isEmpty();
            browser.screenshot("case");
        }
    }

    @Test
    void linkToATaskSurvivesTheLogin() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        String task = cases.anyTask(pilot, "acceptAccountability").getId();
        try (Browser browser = Browser.desktop(port).open("/t/" + task)) {
            Page page = browser.page();
            page.locator("#username").fill("decision-owner");
            page.locator("#password").fill(DemoUsers.PASSWORD);
            page.locator("#password").press("Enter");
            page.waitForURL(url -> url.contains("/operaton/app/tasklist/default/#/") && url.contains("task=" + task));
        }
    }
}
