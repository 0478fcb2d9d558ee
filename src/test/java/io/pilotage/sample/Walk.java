package io.pilotage.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.pilotage.identity.DemoUsers;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Keyboard;
import io.pilotage.testing.PassingTime;
import io.pilotage.workflow.FormPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People who bring one pilot from intake to adopted in the real task list, each in a window of their own and each step
 * from the link of a mail. Everybody is called by the id of the demo user of their role, wherever they come from.
 */
final class Walk implements AutoCloseable {

    private static final String TASKS = "/operaton/app/tasklist/default/#/";
    private static final int MANY = 40;
    private static final Duration SHORTEST_STAY = Duration.ofDays(14);

    private final Story story;
    private final Door door;
    private final JdbcClient database;
    private final PassingTime time;
    private final String folder;
    private final Map<String, Browser> people = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();
    private Consumer<String> beforeHandingIn = form -> {};
    private Consumer<String> afterHandingIn = form -> {};

    /** @param folder below {@code target/screenshots} */
    Walk(Story story, Door door, JdbcClient database, PassingTime time, String folder) {
        this.story = story;
        this.door = door;
        this.database = database;
        this.time = time;
        this.folder = folder;
    }

    /** How people come in, and who they are inside. */
    interface Door {

        /** A window of somebody who has signed in. */
        Browser enter(String person);

        /** Signs in again where the page asks for it. */
        void enterAgain(Browser browser, String person);

        /** Whom the engine's id means. */
        String person(String id);

        /** Shows in the window that opens beside a task that it is the person who signs. */
        default void confirm(Page window, String person) {
            window.locator("#password").fill(DemoUsers.PASSWORD);
            window.locator("#password").press("Enter");
        }
    }

    /** What is to happen when a form is filled in and not yet handed in. @param happening is told the form */
    Walk beforeHandingIn(Consumer<String> happening) {
        beforeHandingIn = happening;
        return this;
    }

    /** What is to happen when a form was taken. @param happening is told the form */
    Walk afterHandingIn(Consumer<String> happening) {
        afterHandingIn = happening;
        return this;
    }

    /** An open task. @param role its group */
    private record Step(String task, String form, @Nullable String assignee, String role) {}

    /** Proposes the pilot. @return its key */
    String propose() {
        Page page = at("pilot-owner").open(TASKS).page();
        page.getByText("Start something new").click();
        page.locator(".modal").getByText("Pilot journey").click();
        new FormPage(page).fill("submitIntake", story.answers("submitIntake", time.now()), Map.of());
        aboutToHandIn("pilot-owner", "submitIntake");
        new Keyboard(page).to(".modal-footer .btn-primary").press("Enter");
        assertThat(page.locator(".modal")).hasCount(0);
        time.runDueJobs();
        return database.sql("select pilot_key from pilot where title = ?")
                .param(story.title())
                .query(String.class)
                .single();
    }

    /** Does task after task, and waits where there is none, until the pilot has the status. @return the tasks done */
    List<String> travel(String pilot, String status) {
        return travel(pilot, () -> status.equals(statusOf(pilot)));
    }

    /** As {@link #travel}, until the task has been handed in. */
    List<String> travelUntilDone(String pilot, String task) {
        return travel(pilot, () -> path.contains(task));
    }

    private List<String> travel(String pilot, BooleanSupplier arrived) {
        for (int rounds = 0; !arrived.getAsBoolean(); rounds++) {
            if (rounds > MANY) {
                throw new AssertionError(pilot + " is still " + statusOf(pilot) + " after " + path);
            }
            if (oldest(pilot).filter(step -> step.form().equals("reviewRing")).isPresent()) {
                time.moveBy(SHORTEST_STAY);
            }
            oldest(pilot).ifPresentOrElse(this::complete, () -> time.moveBy(Duration.ofDays(7)));
            time.runDueJobs();
        }
        return List.copyOf(path);
    }

    /** Everybody who had a part, with the window they have open. */
    Map<String, Browser> people() {
        return people;
    }

    private String statusOf(String pilot) {
        return database.sql("select status from pilot where pilot_key = ?")
                .param(pilot)
                .query(String.class)
                .single();
    }

    private Optional<Step> oldest(String pilot) {
        return database.sql("select engine_task_id, task_id, assignee, role_group from inbox_task where pilot_key = ?"
                        + " order by opened_at, task_id limit 1")
                .param(pilot)
                .query((row, number) ->
                        new Step(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    private void complete(Step step) {
        String person = whoMay(step);
        String form = step.form();
        path.add(form);
        Page page = at(person).open("/t/" + step.task()).page();
        untilThere(page, person, page.locator(".fjs-form"));
        if (step.assignee() == null) {
            new Keyboard(page).to("Take it on", Walk::takesItOn).press("Enter");
            assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
        }
        FormPage opened = new FormPage(page);
        opened.fill(form, story.answers(form, time.now()), shown(step, person));
        aboutToHandIn(person, form);
        opened.handIn(window -> door.confirm(window, person));
        afterHandingIn.accept(form);
    }

    private static boolean takesItOn(Page page) {
        return "Take it on".equals(page.evaluate("document.activeElement.innerText.trim()"));
    }

    private void aboutToHandIn(String person, String form) {
        at(person).screenshot("%s/%02d-%s-%s".formatted(folder, path.size(), form, person));
        beforeHandingIn.accept(form);
    }

    /** Waits for something on the page, and signs in again where that is asked for before. */
    private void untilThere(Page page, String person, Locator wanted) {
        Locator login = page.locator("#kc-login");
        try {
            wanted.or(login).first().waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError(
                    person + " waits at " + page.url() + ": " + at(person).problems(), e);
        }
        if (login.count() > 0) {
            door.enterAgain(at(person), person);
            wanted.waitFor();
        }
    }

    /** What the form's conditions may read besides the answers, as the task list is told it. */
    private Map<String, Object> shown(Step step, String person) {
        Map<String, Object> shown = new HashMap<>();
        at(person)
                .engine("/task/" + step.task() + "/form-variables?deserializeValues=false")
                .properties()
                .forEach(variable -> shown.put(variable.getKey(), plain(variable.getValue())));
        return shown;
    }

    private static @Nullable Object plain(JsonNode variable) {
        ObjectMapper json = new ObjectMapper();
        JsonNode value = variable.path("value");
        try {
            return variable.path("type").asText().equals("Json") && value.isTextual()
                    ? json.readValue(value.asText(), Object.class)
                    : json.convertValue(value, Object.class);
        } catch (java.io.IOException e) {
            throw new AssertionError("No JSON: " + variable, e);
        }
    }

    private String whoMay(Step step) {
        if (step.assignee() != null) {
            return door.person(step.assignee());
        }
        return step.form().equals("countersignValue") ? "finance-partner-2" : step.role();
    }

    private Browser at(String person) {
        return people.computeIfAbsent(person, door::enter);
    }

    @Override
    public void close() {
        people.forEach((id, person) -> person.screenshot(folder + "/last-" + id).close());
    }
}
