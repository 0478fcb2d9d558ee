package io.pilotage.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.Keyboard;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.FormPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One pilot from intake to adopted, every step done by a person in the real task list, from the link of a mail, with the
 * keyboard alone; half of the people at a desk, half with a phone.
 */
@PilotageTest
class WalkedInTheTaskListTests {

    private static final String TASKS = "/operaton/app/tasklist/default/#/";
    private static final int MANY = 40;
    private static final Duration SHORTEST_STAY = Duration.ofDays(14);

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    TaskService tasks;

    @Autowired
    PilotManagement pilots;

    @Autowired
    JdbcClient jdbc;

    private final SampleAnswers answers = new SampleAnswers(SampleFile.answers());
    private final Map<String, Integer> done = new HashMap<>();
    private final Map<String, Browser> people = new LinkedHashMap<>();
    private int steps;

    @AfterEach
    void leave() {
        people.forEach((id, person) -> person.screenshot("walk/last-" + id).close());
    }

    @Test
    void aPilotOfLowRiskIsAdopted() {
        SamplePilot story = ofLowRisk(SampleFile.pilots().get(0));
        propose(story);
        time.runDueJobs();
        String pilot = jdbc.sql("select pilot_key from pilot where title = ?")
                .param(story.title())
                .query(String.class)
                .single();
        List<String> path = new ArrayList<>();
        while (pilots.get(pilot).status() != PilotStatus.ADOPTED && path.size() < MANY) {
            Optional<Task> next = oldest(pilot);
            if (next.isEmpty()) {
                time.moveBy(Duration.ofDays(7));
                continue;
            }
            if (next.get().getTaskDefinitionKey().equals("reviewRing")) {
                time.moveBy(SHORTEST_STAY);
            }
            path.add(next.get().getTaskDefinitionKey());
            complete(story, oldest(pilot).orElseThrow());
            time.runDueJobs();
        }
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.ADOPTION_MEASUREMENT);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ADOPTED);
        assertThat(people).hasSizeGreaterThanOrEqualTo(8);
        assertThat(path.subList(0, path.indexOf("planRings") + 1)).hasSizeLessThanOrEqualTo(8);
        people.values().forEach(person -> assertThat(person.problems()).isEmpty());
    }

    private Optional<Task> oldest(String pilot) {
        return cases.tasks(pilot).stream().min(Comparator.comparing(Task::getCreateTime));
    }

    private void propose(SamplePilot story) {
        Page page = at("pilot-owner").open(TASKS).page();
        page.getByText("Start something new").click();
        page.locator(".modal").getByText("Pilot journey").click();
        new FormPage(page).fill("submitIntake", said(story, "submitIntake"), Map.of());
        shoot("pilot-owner", "submitIntake");
        new Keyboard(page).to(".modal-footer .btn-primary").press("Enter");
        assertThat(page.locator(".modal")).hasCount(0);
    }

    private void complete(SamplePilot story, Task task) {
        String person = whoMay(task);
        String form = task.getTaskDefinitionKey();
        Map<String, Object> shown = cases.shown(task, person);
        Page page = at(person).open("/t/" + task.getId()).page();
        Keyboard keyboard = new Keyboard(page);
        page.locator(".fjs-form").waitFor();
        if (task.getAssignee() == null) {
            keyboard.to("Take it on", WalkedInTheTaskListTests::takesItOn).press("Enter");
            assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
        }
        new FormPage(page).fill(form, said(story, form), shown);
        shoot(person, form);
        keyboard.to(".form-actions .btn-primary").press("Enter");
        page.waitForURL(address -> !address.contains("task="));
    }

    private static boolean takesItOn(Page page) {
        return "Take it on".equals(page.evaluate("document.activeElement.innerText.trim()"));
    }

    private Map<String, Object> said(SamplePilot story, String task) {
        return answers.of(story, task, done.merge(task, 1, Integer::sum), time.now());
    }

    private String whoMay(Task task) {
        return Optional.ofNullable(task.getAssignee())
                .or(() -> Optional.of("finance-partner-2")
                        .filter(other -> task.getTaskDefinitionKey().equals("countersignValue")))
                .orElseGet(() -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .findFirst()
                        .orElseThrow());
    }

    private Browser at(String person) {
        return people.computeIfAbsent(person, id -> window().signIn(id));
    }

    /** Every other person has a phone. */
    private Browser window() {
        return people.size() % 2 == 0 ? Browser.desktop(port) : Browser.phone(port);
    }

    private void shoot(String person, String form) {
        at(person).screenshot("walk/%02d-%s-%s".formatted(++steps, form, person));
    }

    private static SamplePilot ofLowRisk(SamplePilot story) {
        Map<String, Object> intake = new HashMap<>(story.intake());
        intake.putAll(Map.of("affectedPersons", "none", "autonomy", "advises", "amount", 20000));
        intake.putAll(Map.of("personalData", false, "workersAffected", false));
        return new SamplePilot(0, 1, List.of(), intake, story.words(), Map.of());
    }
}
