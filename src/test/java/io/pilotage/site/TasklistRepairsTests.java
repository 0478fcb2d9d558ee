package io.pilotage.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the task list brings along and we set right; each comes back with a new version of it if nobody looks. */
@PilotageTest
class TasklistRepairsTests {

    private static final String PERSON = "decision-owner-2";
    private static final String OTHER = "governance-chair";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    private String task;

    @BeforeEach
    void propose() {
        String pilot = cases.propose(Cases.LOW, Map.of("decisionOwner", PERSON, "title", "Sorting of letters"));
        task = cases.anyTask(pilot, "acceptAccountability").getId();
    }

    @Test
    void searchShowsThatItIsFocused() {
        try (Browser browser = open(Browser.desktop(port), PERSON)) {
            Locator search = browser.page().locator("input.main-field:visible").first();
            search.focus();
            assertThat(search).hasCSS("outline-style", "solid");
            assertThat(search).hasCSS("outline-width", "3px");
        }
    }

    @Test
    void buttonsStayInSightAndCoverNoFieldInUse() {
        try (Browser browser = open(Browser.desktop(port), PERSON)) {
            Page page = browser.page();
            page.setViewportSize(1280, 560);
            Locator bar = page.locator(".task-card .form-actions");
            assertThat(bar).isInViewport();
            assertThat(bar).hasCSS("position", "sticky");
            Locator fields = page.locator(".fjs-container :is(input, textarea):visible");
            assertThat(fields.count()).isGreaterThan(1);
            for (int i = 0; i < fields.count(); i++) {
                fields.nth(i).focus();
                assertThat(bar).isInViewport();
                assertThat(fields.nth(i).boundingBox().y).isLessThan(bar.boundingBox().y);
            }
        }
    }

    @Test
    void buttonOfAMessageThatIsNotThereCannotBeReached() {
        try (Browser browser = open(Browser.desktop(port), PERSON)) {
            List<Locator> buttons =
                    browser.page().locator(".task-removed-alert button").all();
            assertThat(buttons)
                    .isNotEmpty()
                    .allSatisfy(button -> assertThat(button).hasCSS("visibility", "hidden"));
        }
    }

    @Test
    void whoHasATaskIsShownByName() {
        try (Browser browser = Browser.desktop(port).signIn(OTHER)) {
            browser.open("/operaton/app/tasklist/default/#/?task=" + task);
            Locator assignee = browser.page().locator("[cam-tasklist-task-meta] .assignee");
            assertThat(assignee).containsText("Decision owner B");
            assertThat(assignee).not().containsText(PERSON);
            browser.screenshot("tasklist-of-another");
        }
    }

    @Test
    void nameIsAllThatIsToldOfOthers() {
        Caller other = Caller.session(port, OTHER);
        String answer =
                other.hal("/operaton/api/engine/engine/default/task/" + task).body();
        assertThat(answer).contains("Decision owner B").doesNotContain("@demo");
        assertThat(other.get("/operaton/api/engine/engine/default/user?maxResults=50")
                        .body())
                .doesNotContain(PERSON);
    }

    private Browser open(Browser browser, String person) {
        browser.signIn(person).open("/operaton/app/tasklist/default/#/?task=" + task);
        assertThat(browser.page().locator(".fjs-form")).isVisible();
        return browser;
    }
}
