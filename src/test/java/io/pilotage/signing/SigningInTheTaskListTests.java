package io.pilotage.signing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.pilotage.identity.DemoUsers;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing as a person does it: in the real task list, with the window that opens beside it. */
@PilotageTest
class SigningInTheTaskListTests {

    private static final String PERSON = "decision-owner-2";
    private static final String REASON = "Somebody of the shift decides this.";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    IdentityService identity;

    private String pilot;
    private String task;

    @BeforeEach
    void propose() {
        pilot = cases.propose(Cases.LOW, Map.of("decisionOwner", PERSON, "title", "Sorting of letters"));
        task = cases.anyTask(pilot, "acceptAccountability").getId();
    }

    @Test
    void whatIsTypedStaysWhileThePersonConfirms() {
        try (Browser browser = open(Browser.desktop(port))) {
            Page page = browser.page();
            decline(page);
            complete(page);
            Locator way = page.locator("[notifications-panel] [data-signing]");
            assertThat(way).isVisible();
            assertThat(page.locator("[notifications-panel] .message")).containsText("What you decide here, you sign");
            browser.screenshot("signing-asked");
            Page window = page.waitForPopup(way::click);
            assertThat(window.locator(".card")).containsText("I am liable for what is decided with the AI");
            assertThat(window.locator(".lead")).containsText("Accept accountability");
            window.locator("#password").fill("guessed");
            submit(window);
            assertThat(window.locator("[role=alert]")).containsText("not your password");
            identity.unlockUser(PERSON);
            window.locator("#password").fill(DemoUsers.PASSWORD);
            submit(window);
            assertThat(window.locator("[data-signed]")).isVisible();
            assertThat(page.locator("[notifications-panel] .alert-success")).containsText("Complete the task now");
            assertThat(page.locator("[notifications-panel] .status")).isHidden();
            browser.screenshot("signing-confirmed-tasklist");
            window.locator("[data-close]").click();
            page.waitForCondition(window::isClosed);
            assertThat(page.locator(".fjs-form-field-textarea textarea").first())
                    .hasValue(REASON);
            complete(page);
            page.waitForCondition(() -> !page.url().contains("task="));
            assertThat(page.locator("[notifications-panel]").getByText("Complete the task now"))
                    .hasCount(0);
            assertThat(cases.open(pilot)).containsExactly("nameDecisionOwner");
        }
    }

    @Test
    void whoTakesTooLongIsAskedAgain() {
        try (Browser browser = open(Browser.desktop(port))) {
            Page page = browser.page();
            decline(page);
            browser.page().context().newPage().navigate(page.url().replaceAll("/operaton.*", "/signing/" + task));
            Page window = page.context().pages().get(1);
            window.locator("#password").fill(DemoUsers.PASSWORD);
            submit(window);
            assertThat(window.locator("[data-signed]")).isVisible();
            window.close();
            time.moveBy(Duration.ofMinutes(6));
            complete(page);
            assertThat(page.locator("[notifications-panel] .message")).containsText("was some time ago");
            assertThat(cases.open(pilot)).containsExactly("acceptAccountability");
        }
    }

    @Test
    void thePageIsForEverybodyOnEveryScreenInBothLanguages() {
        for (String language : new String[] {"en", "de"}) {
            for (Browser window : new Browser[] {Browser.desktop(port), Browser.phone(port)}) {
                try (window) {
                    window.signIn(PERSON).open("/signing/" + task + "?lang=" + language);
                    window.screenshot("signing-" + language);
                    assertThat(window.barriers()).isEmpty();
                    assertThat(window.scrollsSideways()).isFalse();
                    window.page().locator("#password").fill(DemoUsers.PASSWORD);
                    submit(window.page());
                    assertThat(window.page().locator("[data-signed]")).isVisible();
                    window.screenshot("signing-confirmed-" + language);
                    assertThat(window.barriers()).isEmpty();
                    assertThat(window.problems()).isEmpty();
                }
            }
        }
    }

    private Browser open(Browser browser) {
        browser.signIn(PERSON).open("/operaton/app/tasklist/default/#/?task=" + task);
        assertThat(browser.page().locator(".fjs-form")).isVisible();
        assertThat(browser.page().locator(".fjs-form")).containsText("With my signature");
        return browser;
    }

    private static void decline(Page page) {
        page.getByText("No, I decline").click();
        page.locator(".fjs-form-field-select .fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item").first().click();
        page.locator(".fjs-form-field-textarea textarea").first().fill(REASON);
    }

    private static void complete(Page page) {
        page.locator(".form-actions .btn-primary").click();
    }

    private static void submit(Page window) {
        window.locator("form[action*='/signing/'] button[type=submit]").click();
    }
}
