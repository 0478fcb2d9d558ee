package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.FormPage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One money case through gate G2: finance partner, sponsor and decision owner in the real task list and on our pages. */
@PilotageTest
class MoneyCaseInTheTaskListTests {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    MoneyCaseSealing sealing;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Browser> people = new LinkedHashMap<>();
    private int steps;

    @AfterEach
    void leave() {
        people.forEach((id, person) -> person.screenshot("g2/last-" + id).close());
    }

    @Test
    void theMoneyCaseIsStatedSealedAndSigned() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        jdbc.sql("update pilot set currency = null where pilot_key = ?")
                .param(pilot)
                .update();
        complete(pilot, "measureBaseline", "finance-partner", MoneyAnswers.baseline());
        complete(pilot, "bridgeMetrics", "pilot-owner", Map.of("currency", "CHF"));
        complete(
                pilot,
                "stateMoneyHypothesis",
                "bu-sponsor",
                MoneyAnswers.with(
                        MoneyAnswers.hypothesis(), "cautiousAdoption", 50, "slowRampMonths", 12, "investment", 25000));
        complete(
                pilot,
                "modelCostToServe",
                "finance-partner",
                MoneyAnswers.with(
                        MoneyAnswers.cost(),
                        "pilotVolume",
                        500,
                        "overrun",
                        20,
                        "tokensPerCase",
                        4000,
                        "tokenPrice",
                        "2.5"));
        complete(pilot, "confirmRunCost", "it-operations", Map.of("decision", "agree"));
        complete(pilot, "agreeKillCriteria", "bu-sponsor", Map.of());
        complete(pilot, "signDecisionContract", "decision-owner", Map.of());
        assertThat(sealing.latest(pilot).orElseThrow().signers()).isNull();
        assertThat(sealing.latest(pilot).orElseThrow().content())
                .contains("\"currency\":\"CHF\"", "\"tokensPerCase\":4000");
        read(pilot, "finance-partner-2");
        complete(pilot, "signRoi", "finance-partner-2", Map.of("decision", "go"));
        complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
        assertThat(sealing.signed(pilot).orElseThrow().signers()).isEqualTo("finance-partner-2,bu-sponsor");
        read(pilot, "decision-owner");
        people.values().forEach(person -> assertThat(person.problems()).isEmpty());
    }

    private void read(String pilot, String person) {
        at(person).open("/pilots/" + pilot + "/business-case");
        assertThat(at(person).page().locator("h1").innerText()).startsWith("Business case");
        at(person).screenshot("g2/%02d-business-case-%s".formatted(++steps, person));
    }

    private void complete(String pilot, String form, String person, Map<String, ?> answers) {
        Task task = cases.tasks(pilot).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(form))
                .filter(open -> open.getAssignee() == null || open.getAssignee().equals(person))
                .findFirst()
                .orElseThrow(() -> new AssertionError(form + " is not open for " + person));
        Page page = at(person).open("/t/" + task.getId()).page();
        page.locator(".fjs-form").waitFor();
        if (task.getAssignee() == null) {
            page.getByText("Take it on", new Page.GetByTextOptions().setExact(true))
                    .click();
            PlaywrightAssertions.assertThat(page.locator(".form-actions .btn-primary"))
                    .isEnabled();
        }
        Map<String, Object> given = new HashMap<>();
        answers.forEach((name, value) -> given.put(form + "_" + name, value));
        FormPage opened = new FormPage(page);
        opened.fill(form, given, cases.shown(task, person));
        at(person).screenshot("g2/%02d-%s-%s".formatted(++steps, form, person));
        opened.handIn();
        time.runDueJobs();
    }

    private Browser at(String person) {
        return people.computeIfAbsent(person, id -> Browser.desktop(port).signIn(id));
    }
}
