package io.pilotage.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.workflow.FormPage;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person meets in the task list, with our additions in it. */
@PilotageTest
class TasklistTests {

    private static final String PERSON = "decision-owner-2";

    private static final Map<String, ?> INTAKE = Map.of(
            "submitIntake_title", "  ",
            "submitIntake_sponsor", "bu-sponsor",
            "submitIntake_decisionOwner", PERSON,
            "submitIntake_pilotOwner", "pilot-owner",
            "submitIntake_frontlineLead", "frontline-lead",
            "submitIntake_joinOrDiffer", "noneFound");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    private String pilot;
    private String task;

    @BeforeEach
    void propose() {
        pilot = cases.propose(Cases.LOW, Map.of("decisionOwner", PERSON, "title", "Sorting of letters"));
        task = cases.anyTask(pilot, "acceptAccountability").getId();
    }

    @Test
    void taskIsReadAndAnsweredInTheTaskList() {
        try (Browser browser = open(Browser.desktop(port))) {
            Page page = browser.page();
            assertThat(page.locator(".pilotage-card").first()).containsText("Low risk");
            assertThat(page.locator(".task-card .meta .groups")).hasText("Decision owner");
            decline(page);
            new FormPage(page).handIn();
            assertThat(page.locator(".task-card")).hasCount(0);
            assertThat(cases.open(pilot)).containsExactly("nameDecisionOwner");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void refusalOfAProposalIsReadInItsDialog() {
        try (Browser browser = Browser.desktop(port).signIn("pilot-owner").open("/operaton/app/tasklist/default/")) {
            Page page = browser.page();
            page.getByText("Start something new").click();
            page.locator(".modal").getByText("Pilot journey").click();
            new FormPage(page).fill("submitIntake", INTAKE, Map.of());
            page.locator(".modal-footer .btn-primary").last().click();
            Locator sentence = page.locator(".modal [notifications-panel] .message");
            assertThat(sentence).containsText("“Title”: please fill it in");
            assertThat(sentence).isInViewport();
            browser.screenshot("refused-proposal");
        }
    }

    @Test
    void missingAnswersAreNamed() {
        try (Browser browser = open(Browser.desktop(port))) {
            complete(browser.page());
            assertThat(browser.page().locator(".page-notifications .message")).containsText("marked in red");
        }
    }

    @Test
    void pilotTabTellsTheStoryAndStopsTheClock() {
        try (Browser browser = open(Browser.desktop(port))) {
            Page page = browser.page();
            page.locator(".task-card .nav-tabs").getByText("Pilot").click();
            assertThat(page.locator(".pilotage-story")).containsText("proposed the pilot");
            page.locator(".pilotage-clock button").click();
            page.locator("#pilotage-reason").selectOption("data");
            page.locator("#pilotage-forWhom").fill("The data office");
            browser.screenshot("pilot-tab-waiting");
            page.locator(".pilotage-waiting [type=submit]").click();
            assertThat(page.locator(".pilotage-clock")).containsText("The data office");
            assertThat(page.locator(".pilotage-waiting")).hasCount(0);
            browser.screenshot("pilot-tab");
            page.locator(".pilotage-clock button").click();
            assertThat(page.locator(".pilotage-clock")).not().containsText("The data office");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void phoneShowsTheTaskOrTheList() {
        try (Browser browser = open(Browser.phone(port))) {
            Locator list = browser.page().locator(".column-center");
            assertThat(list).isHidden();
            browser.page().locator(".pilotage-back").click();
            assertThat(list).isVisible();
            assertThat(browser.scrollsSideways()).isFalse();
        }
    }

    @Test
    void languageOfThePagesIsSpoken() {
        try (Browser browser = Browser.desktop(port)) {
            open(browser.open("/login?lang=de"));
            assertThat(browser.page().locator("h2.task")).hasText("Verantwortung annehmen");
            assertThat(browser.page().locator(".task-card .meta .groups")).hasText("Entscheidungsverantwortung");
            assertThat(browser.page().getByText("Nein, ich lehne ab")).isVisible();
        }
    }

    @Test
    void signingOutEndsTheSession() {
        try (Browser browser = open(Browser.desktop(port))) {
            Page page = browser.page();
            page.locator(".account .dropdown-toggle").click();
            page.locator(".account .logout a").click();
            page.waitForURL("**/login?logout");
        }
    }

    private Browser open(Browser browser) {
        browser.signIn(PERSON).open("/operaton/app/tasklist/default/#/?task=" + task);
        assertThat(browser.page().locator(".fjs-form")).isVisible();
        return browser;
    }

    private static void decline(Page page) {
        page.getByText("No, I decline").click();
        page.locator(".fjs-form-field-select .fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item").first().click();
        page.locator(".fjs-form-field-textarea textarea").first().fill("Somebody of the shift decides this.");
    }

    private static void complete(Page page) {
        page.locator(".form-actions .btn-primary").click();
    }
}
