package io.pilotage.pilot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import io.pilotage.identity.DemoUsers;
import io.pilotage.pilot.HarmReport;
import io.pilotage.pilot.Phase;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.workflow.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a case and the link to a task, as a person meets them. */
@PilotageTest
class CaseInBrowserTests {

    @Autowired
    Cases cases;

    @Autowired
    HarmReport harm;

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
    void harmIsReportedWhileARingIsOpenByWhoActsForARole() {
        String pilot = cases.standingIn(Phase.ROLLOUT, Cases.LOW);
        assertThatThrownBy(() -> harm.report(pilot, "Wrong", "frontline-lead")).hasMessageContaining("notInUse");
        cases.complete(pilot, "planRings", "pilot-owner", Map.of("ring1_rollbackIncidents", 3));
        assertThat(harm.mayReport(pilot, "audit-read")).isFalse();
        assertThatThrownBy(() -> harm.report(pilot, "Wrong", "audit-read")).hasMessageContaining("notYours");
        assertThatThrownBy(() -> harm.report(pilot, " ", "frontline-lead")).isInstanceOf(Refused.class);
        try (Browser browser = Browser.phone(port).signIn("frontline-lead").open("/pilots/" + pilot + "?lang=de")) {
            Page page = browser.page();
            page.setViewportSize(360, 780);
            page.locator("#harm summary").click();
            page.locator("#harm-what").fill("Three people were refused by mistake.");
            assertThat(browser.scrollsSideways()).isFalse();
            assertThat(browser.barriers()).isEmpty();
            browser.screenshot("harm-de");
            page.locator("#harm button").click();
            page.locator(".notice--ok").waitFor();
            assertThat(page.locator("#harm").count())
                    .as("the ring is on its way back")
                    .isZero();
            browser.open("/pilots/" + pilot + "?lang=en").screenshot("harm-en");
            assertThat(browser.problems()).isEmpty();
        }
        assertThat(cases.open(pilot)).containsExactly("rollBackRing");
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
