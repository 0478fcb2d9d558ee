package io.pilotage.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.models.HappyPath;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Cases;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.Task;

/** Takes a pilot from intake to adopted, every task by a person of its role. */
final class Travel {

    private static final int MANY = 80;
    private static final Duration SHORTEST_STAY = Duration.ofDays(14);

    private final Cases cases;
    private final TimeMachine time;
    private final TaskService tasks;
    private final PilotManagement pilots;
    private final People people;
    private final HappyPath models;

    Travel(Cases cases, TimeMachine time, TaskService tasks, PilotManagement pilots, People people, HappyPath models) {
        this.cases = cases;
        this.time = time;
        this.tasks = tasks;
        this.pilots = pilots;
        this.people = people;
        this.models = models;
    }

    /** One human task that was done. */
    record Step(String task, String person, String role) {}

    String propose(Story story) {
        return cases.propose(Cases.LOW, story.named("submitIntake", time.now()));
    }

    /** @return what was done until the pilot was adopted, or until it seems never to be */
    List<Step> travel(Story story, String pilot) {
        List<Step> path = new ArrayList<>();
        while (pilots.get(pilot).status() != PilotStatus.ADOPTED && path.size() < MANY) {
            Optional<Task> next = oldest(pilot);
            if (next.isEmpty()) {
                time.moveBy(Duration.ofDays(7));
                continue;
            }
            if (next.get().getTaskDefinitionKey().equals("reviewRing")) {
                time.moveBy(SHORTEST_STAY);
                next = oldest(pilot);
            }
            path.add(complete(story, pilot, next.orElseThrow()));
        }
        return path;
    }

    private Optional<Task> oldest(String pilot) {
        return cases.tasks(pilot).stream()
                .min(Comparator.comparing(Task::getCreateTime).thenComparing(Task::getTaskDefinitionKey));
    }

    /** By the person who has it, or by the first of its role who may: some may not because of an earlier part. */
    private Step complete(Story story, String pilot, Task task) {
        String id = task.getTaskDefinitionKey();
        String role = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertThat(models.group(id))
                .satisfiesAnyOf(
                        group -> assertThat(group).isEqualTo(role),
                        group -> assertThat(group).startsWith("${"));
        Map<String, Object> given = story.named(id, time.now());
        List<String> refusals = new ArrayList<>();
        for (Person person : mayHave(task, role)) {
            assertThat(person.holds(Role.ofGroup(role).orElseThrow())).isTrue();
            try {
                cases.complete(pilot, id, person.id(), given);
                return new Step(id, person.id(), role);
            } catch (ProcessEngineException refused) {
                refusals.add(person.id() + ": " + refused.getMessage());
            }
        }
        throw new AssertionError("Nobody could do " + id + ": " + refusals);
    }

    private List<Person> mayHave(Task task, String role) {
        return Stream.ofNullable(task.getAssignee())
                .map(people::find)
                .flatMap(Optional::stream)
                .findFirst()
                .map(List::of)
                .orElseGet(() -> people.holding(Role.ofGroup(role).orElseThrow()));
    }
}
