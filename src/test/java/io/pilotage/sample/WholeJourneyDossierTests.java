package io.pilotage.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.dossier.Dossiers;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.verify.DossierCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** A pilot from intake to adopted, every task by a person of its role, and what an auditor is handed in the end. */
@PilotageTest
class WholeJourneyDossierTests {

    private static final int MANY = 80;
    private static final Duration SHORTEST_STAY = Duration.ofDays(14);

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    TaskService tasks;

    @Autowired
    PilotManagement pilots;

    @Autowired
    People people;

    @Autowired
    Dossiers dossiers;

    private final SampleAnswers answers = new SampleAnswers(SampleFile.answers());
    private final Map<String, Integer> done = new HashMap<>();

    @Test
    void dossierOfAWholeJourneyPassesAndIsTheSameTwiceWhenThePilotIsOver() throws IOException {
        SamplePilot usual = SampleFile.pilots().get(0);
        Map<String, Object> intake = new HashMap<>(usual.intake());
        intake.put("title", usual.title() + ", for an auditor");
        SamplePilot story = new SamplePilot(0, 1, List.of(), intake, usual.words(), Map.of());
        String pilot = travel(story);
        pilots.become(pilot, PilotStatus.RETIRED, StallReason.OTHER, "Replaced");

        byte[] first = dossiers.pack(pilot, "audit-read");
        time.moveBy(Duration.ofDays(400));
        byte[] second = dossiers.pack(pilot, "somebody-else");
        Files.write(Path.of("target/whole-journey.zip"), first);

        assertThat(second).isEqualTo(first);
        DossierCheck.Verdict verdict = DossierCheck.check(first, null);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isGreaterThan(60);
    }

    private String travel(SamplePilot story) {
        String pilot = cases.propose(Cases.LOW, said(story, "submitIntake"));
        for (int i = 0; i < MANY && pilots.get(pilot).status() != PilotStatus.ADOPTED; i++) {
            Optional<Task> next = oldest(pilot);
            if (next.isEmpty()) {
                time.moveBy(Duration.ofDays(7));
                continue;
            }
            if (next.get().getTaskDefinitionKey().equals("reviewRing")) {
                time.moveBy(SHORTEST_STAY);
            }
            complete(story, pilot, oldest(pilot).orElseThrow());
        }
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ADOPTED);
        return pilot;
    }

    private Optional<Task> oldest(String pilot) {
        return cases.tasks(pilot).stream()
                .min(Comparator.comparing(Task::getCreateTime).thenComparing(Task::getTaskDefinitionKey));
    }

    /** By the person who has it, or by the first of its role who may: some may not because of an earlier part. */
    private void complete(SamplePilot story, String pilot, Task task) {
        String id = task.getTaskDefinitionKey();
        String role = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        Map<String, Object> given = said(story, id);
        String refusal = "nobody may";
        List<Person> able = task.getAssignee() == null
                ? people.holding(Role.ofGroup(role).orElseThrow())
                : people.find(task.getAssignee()).stream().toList();
        for (Person person : able) {
            try {
                cases.complete(pilot, id, person.id(), given);
                return;
            } catch (ProcessEngineException refused) {
                refusal = refused.getMessage();
            }
        }
        throw new AssertionError(id + ": " + refusal);
    }

    private Map<String, Object> said(SamplePilot story, String task) {
        Map<String, Object> given = new HashMap<>();
        answers.of(story, task, done.merge(task, 1, Integer::sum), time.now())
                .forEach((key, value) -> given.put(key.substring(key.indexOf('_') + 1), value));
        return given;
    }
}
