package io.pilotage.pilot.reopening;

import static io.pilotage.pilot.reopening.Questions.ASKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.governance.Branch;
import io.pilotage.governance.Scorecards;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a case asks, and shows loops and late questions; the portfolio counts both. */
@PilotageTest
class ReopeningPageTests {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Finality finality;

    @Autowired
    Scorecards scorecards;

    @Autowired
    TimeMachine time;

    @Test
    void thePageShowsLoopsAndLateQuestionsAndAsks() {
        Questions questions = Questions.aboutCharter(cases, finality, time);
        String pilot = questions.pilot();
        scorecards.lateQuestion(pilot, Branch.LEGAL, "Who owns the prompts?", "governance-chair", time.now());
        try (Browser browser = Browser.desktop(port).signIn(ASKER)) {
            browser.open("/pilots/" + pilot + "?lang=en");
            assertThat(browser.page().locator("#late li").innerText())
                    .contains("late", "Who owns the prompts?", "Governance chair A", "counts against: Legal");
            browser.page().locator("#loops summary").click();
            browser.page().locator("#reopening-question").fill("Is it still safe?");
            browser.page().locator("#loops form button").click();
            assertThat(browser.page().locator("#reopening-evidence-wrong").innerText())
                    .isNotBlank();
            assertThat(browser.page().locator("#reopening-question").inputValue())
                    .isEqualTo("Is it still safe?");
            browser.screenshot("reopening-refused");
            assertThat(browser.barriers()).isEmpty();
            browser.page().locator("#reopening-evidence").fill("The penetration test of this week");
            browser.page()
                    .locator("#reopening-evidence-on")
                    .fill(questions.today().toString());
            browser.screenshot("reopening-form");
            browser.page().locator("#loops form button").click();
            assertThat(browser.page().locator("#loops ol").first().innerText()).contains("late", "Is it still safe?");
            browser.screenshot("reopening-loops");
            assertThat(browser.barriers()).isEmpty();
            browser.open("/portfolio?lang=de");
            assertThat(browser.page().locator("#loops").innerText()).contains("Späte Fragen");
            browser.screenshot("reopening-portfolio-de");
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.problems()).isEmpty();
        }
        questions.openAgain("bu-sponsor");
        try (Browser phone = Browser.phone(port).signIn(ASKER).open("/pilots/" + pilot + "?lang=de")) {
            assertThat(phone.page().locator("#loops").innerText()).contains("wieder offen");
            phone.screenshot("reopening-loops-de");
            assertThat(phone.scrollsSideways()).isFalse();
        }
    }
}
