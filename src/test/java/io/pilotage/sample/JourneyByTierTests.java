package io.pilotage.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.models.HappyPath;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.pilot.Tier;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.DecisionTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One pilot of each kind that the decision tables tell apart, from intake to adopted in one piece, every task by a person
 * of its role. What it met is held against the tables and the models, not against a list of ours.
 */
@PilotageTest
class JourneyByTierTests {

    private static final Logger LOG = LoggerFactory.getLogger(JourneyByTierTests.class);
    private static final int MANY = 80;
    private static final Duration SHORTEST_STAY = Duration.ofDays(14);
    private static final int MOST_OF_LOW_TIER = 8;

    /** Tasks that exist only when something does not go well; no pilot meets them here. */
    private static final Set<String> WHEN_IT_DOES_NOT_GO_WELL = Set.of(
            "nameDecisionOwner",
            "decideBaselineException",
            "ownOrKill",
            "decideAuthorisation",
            "rollBackRing",
            "decideUnmeasured");

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
    DecisionTables tables;

    @Autowired
    JdbcClient jdbc;

    private final HappyPath models = HappyPath.ofTheProject();

    /** The kinds of pilots that the tables tell apart, each with what makes it one. */
    enum Kind {
        LOW(Tier.LOW, 20000, Map.of("affectedPersons", "none", "personalData", false, "workersAffected", false)),
        MEDIUM(Tier.MEDIUM, 240000, Map.of()),
        AGENT_OF_MEDIUM_TIER(Tier.MEDIUM, 240000, Map.of("agentic", true)),
        HIGH(Tier.HIGH, 240000, Map.of("regulatedArea", "employment")),
        AGENT_OF_HIGH_TIER(Tier.HIGH, 680000, Map.of("regulatedArea", "employment", "agentic", true));

        private final Tier tier;
        private final int amount;
        private final Map<String, Object> intake;

        Kind(Tier tier, int amount, Map<String, Object> intake) {
            this.tier = tier;
            this.amount = amount;
            this.intake = intake;
        }

        Story story() {
            Map<String, Object> said = new HashMap<>(intake);
            said.put("amount", amount);
            return Story.of(toString(), said);
        }
    }

    /** One human task that was done. */
    private record Step(String task, String person, String role) {}

    @ParameterizedTest
    @EnumSource
    void fromIntakeToAdopted(Kind kind) {
        Story story = kind.story();
        String pilot = propose(story);
        List<Step> path = travel(story, pilot);

        Pilot adopted = pilots.get(pilot);
        assertThat(adopted.status()).isEqualTo(PilotStatus.ADOPTED);
        assertThat(adopted.phase()).isEqualTo(Phase.ADOPTION_MEASUREMENT);
        assertThat(adopted.tier()).isEqualTo(kind.tier);
        assertThat(signedGates(pilot)).containsExactly("G1", "G2", "G3", "G4", "G5", "G6");

        Set<String> met = new TreeSet<>(path.stream().map(Step::task).toList());
        assertThat(met).isEqualTo(expected(adopted));
        for (Map.Entry<String, String> gate : Map.of("decideCharter", "G1", "signRoi", "G2", "decideOperable", "G4")
                .entrySet()) {
            assertThat(path.stream().filter(step -> step.task().equals(gate.getKey())))
                    .extracting(Step::role)
                    .as(gate.getValue())
                    .containsExactlyInAnyOrderElementsOf(signers(gate.getValue(), adopted));
        }
        List<Step> toFirstRing = untilTheFirstRing(path);
        LOG.info("{}: {} human tasks to the first ring, {} to adopted", kind, toFirstRing.size(), path.size());
        assertThat(doneBy(pilot)).containsAll(path.stream().map(Step::person).toList());
        if (kind.tier == Tier.LOW) {
            assertThat(toFirstRing).hasSizeLessThanOrEqualTo(MOST_OF_LOW_TIER);
        }
        if (kind == Kind.AGENT_OF_HIGH_TIER) {
            Set<String> everything = models.allTasks();
            everything.removeAll(WHEN_IT_DOES_NOT_GO_WELL);
            everything.removeAll(onlyOfLowTier());
            assertThat(met).isEqualTo(everything);
        }
    }

    @Test
    void everyTaskOfThePhasesIsMetBySomeKindOrWhenItDoesNotGoWell() {
        Set<String> met = new TreeSet<>(WHEN_IT_DOES_NOT_GO_WELL);
        for (Tier tier : Tier.values()) {
            for (boolean agentic : new boolean[] {true, false}) {
                RiskAnswers risk = new RiskAnswers("none", "employees", "advises", agentic, true, true);
                met.addAll(models.tasks(chosen(tier, risk), Set.of()));
            }
        }
        assertThat(met).isEqualTo(models.allTasks());
    }

    private String propose(Story story) {
        return cases.propose(Cases.LOW, story.named("submitIntake", time.now()));
    }

    private List<Step> travel(Story story, String pilot) {
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

    private Set<String> expected(Pilot pilot) {
        return models.tasks(chosen(tierOf(pilot), pilot.risk()), WHEN_IT_DOES_NOT_GO_WELL);
    }

    private Set<String> onlyOfLowTier() {
        Set<String> only = steps(Tier.LOW, false);
        only.removeAll(steps(Tier.HIGH, true));
        return only;
    }

    /** What the tables name: the steps and the reviews. */
    private Set<String> chosen(Tier tier, RiskAnswers risk) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("tier", tier.code());
        facts.put("agentic", risk.agentic());
        facts.put("personalData", risk.personalData());
        facts.put("workersAffected", risk.workersAffected());
        facts.put("autonomy", risk.autonomy());
        Set<String> chosen = steps(tier, Boolean.TRUE.equals(risk.agentic()));
        chosen.addAll(tables.ruleList("requiredReviews", facts));
        return chosen;
    }

    private Set<String> steps(Tier tier, boolean agentic) {
        return new TreeSet<>(tables.ruleList("requiredSteps", Map.of("tier", tier.code(), "agentic", agentic)));
    }

    private List<String> signers(String gate, Pilot pilot) {
        return tables.ruleList(
                "approvalLevel",
                Map.of(
                        "gate", gate,
                        "tier", tierOf(pilot).code(),
                        "amount", Objects.requireNonNull(pilot.proposal().amount())));
    }

    private static Tier tierOf(Pilot pilot) {
        return Objects.requireNonNull(pilot.tier());
    }

    private static List<Step> untilTheFirstRing(List<Step> path) {
        return path.stream()
                .takeWhile(step -> !step.task().equals("reviewRing"))
                .toList();
    }

    private List<String> signedGates(String pilot) {
        return jdbc.sql("select gate from gate_decision where pilot_key = ? and outcome in ('GO', 'GO_CONDITIONAL')"
                        + " group by gate order by gate")
                .param(pilot)
                .query(String.class)
                .list();
    }

    private List<String> doneBy(String pilot) {
        return jdbc.sql("select distinct person from trail_personal where chain = ? and field = 'actor'")
                .param(pilot)
                .query(String.class)
                .list();
    }
}
