package io.pilotage.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.dossier.Dossiers;
import io.pilotage.identity.People;
import io.pilotage.models.HappyPath;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.pilot.StallReason;
import io.pilotage.pilot.Tier;
import io.pilotage.sample.Travel.Step;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.verify.DossierCheck;
import io.pilotage.workflow.DecisionTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One pilot of each kind that the decision tables tell apart, from intake to adopted in one piece, every task by a person
 * of its role. What it met is held against the tables and the models, not against a list of ours; and the dossier of the
 * longest way passes the verifier.
 */
@PilotageTest
class JourneyByTierTests {

    private static final Logger LOG = LoggerFactory.getLogger(JourneyByTierTests.class);
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
    Dossiers dossiers;

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

    @ParameterizedTest
    @EnumSource
    void fromIntakeToAdopted(Kind kind) throws IOException {
        Story story = kind.story();
        Travel travel = new Travel(cases, time, tasks, pilots, people, models);
        String pilot = travel.propose(story);
        List<Step> path = travel.travel(story, pilot);

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
            dossierPassesAndIsTheSameTwice(pilot, path.size());
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

    /** What an auditor is handed when the pilot is over, and again a year later. */
    private void dossierPassesAndIsTheSameTwice(String pilot, int tasks) throws IOException {
        pilots.become(pilot, PilotStatus.RETIRED, StallReason.OTHER, "Replaced");
        byte[] first = dossiers.pack(pilot, "audit-read");
        time.moveBy(Duration.ofDays(400));
        byte[] second = dossiers.pack(pilot, "somebody-else");
        Files.write(Path.of("target/whole-journey.zip"), first);

        assertThat(second).isEqualTo(first);
        DossierCheck.Verdict verdict = DossierCheck.check(first, null);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isGreaterThan(tasks);
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
                        "amount", Objects.requireNonNull(pilot.proposal().amount()),
                        "currency", Objects.requireNonNull(pilot.proposal().currency())));
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
