package io.pilotage.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.pilot.defence.KillCause;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.defence.KillQuestion;
import io.pilotage.pilot.succession.Succession;
import io.pilotage.pilot.succession.Vacancy;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.workflow.Journeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** However a case ends, nothing stays open beside its journey, and nothing of it counts as decided. */
@PilotageTest
class EndOfCaseTests {

    @Autowired
    Cases cases;

    @Autowired
    Withdrawal withdrawal;

    @Autowired
    KillOrDefend kills;

    @Autowired
    Succession succession;

    @Autowired
    AccountabilityManagement accountabilities;

    @Autowired
    PilotManagement pilots;

    @Autowired
    Journeys journeys;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Trail trail;

    @Test
    void aWithdrawnCaseTakesItsSideProcessesWithIt() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        everythingBeside(pilot);
        withdrawal.withdraw(pilot, StallReason.FUNDING, "Budget cut", "bu-sponsor");
        assertOver(pilot, PilotStatus.WITHDRAWN, 3);
        assertThat(kills.of(pilot).get(0).outcome()).isEqualTo(KillQuestion.Outcome.LAPSED);
    }

    @Test
    void aCaseRejectedAtAGateTakesItsSideProcessesWithIt() {
        String pilot = atTheCharter();
        everythingBeside(pilot);
        cases.complete(
                pilot,
                "decideCharter",
                "bu-sponsor",
                Map.of("decision", "reject", "reasonCode", "value", "reason", "No"));
        assertOver(pilot, PilotStatus.STOPPED, 3);
    }

    @Test
    void aMergedCaseTakesItsSideProcessesWithIt() {
        String pilot = atTheCharter();
        String other = cases.registeredIn(Phase.DISCOVERY, Cases.LOW);
        everythingBeside(pilot);
        cases.complete(
                pilot,
                "decideCharter",
                "bu-sponsor",
                Map.of("decision", "merge", "mergeInto", other, "reason", "The same"));
        assertOver(pilot, PilotStatus.MERGED, 3);
    }

    @Test
    void aRetiredCaseTakesItsSideProcessesWithIt() {
        String pilot = cases.registeredIn(Phase.ADOPTION_MEASUREMENT, Cases.LOW);
        Map<String, Object> variables = new HashMap<>(Map.of("pilotKey", pilot, "tier", "low", "agentic", false));
        runtime.createProcessInstanceByKey("retirement")
                .businessKey(pilot)
                .setVariables(variables)
                .startBeforeActivity("closeRegister")
                .execute();
        everythingBeside(pilot);
        cases.complete(pilot, "closeRegister", "pilot-owner", Map.of());
        assertOver(pilot, PilotStatus.RETIRED, 3);
    }

    @Test
    void aStoppedCaseIsStillWoundDownAndNothingElse() {
        String pilot = cases.standingIn(Phase.WORKFLOW_REDESIGN, Cases.MEDIUM);
        everythingBeside(pilot);
        cases.complete(pilot, "defendPilot", "bu-sponsor", Map.of("decision", "stop"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.open(pilot)).containsExactly("windDown");
        assertThat(kills.of(pilot).get(0).outcome()).isEqualTo(KillQuestion.Outcome.STOPPED);
        cases.complete(
                pilot, "windDown", "it-operations", Map.of("endedOn", "2030-01-31", "recordsKeptUntil", "2030-07-31"));
        assertOver(pilot, PilotStatus.STOPPED, 2);
    }

    @Test
    void aCaseThatIsHeldKeepsItsSideProcesses() {
        String pilot = atTheCharter();
        everythingBeside(pilot);
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "hold", "holdUntil", "2090-01-31"));
        assertThat(cases.open(pilot)).containsExactly("closeRoiCondition", "defendPilot", "proposeSuccessor");
    }

    private String atTheCharter() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        return pilot;
    }

    private void everythingBeside(String pilot) {
        accountabilities.name(pilot, "change-lead", "change-lead");
        assertThat(succession.open(pilot, "change-lead", "change-lead")).isTrue();
        assertThat(kills.open(pilot, new KillCause("Too few use it", null, null, null)))
                .isTrue();
        journeys.start(
                "roiConditionsSet",
                pilot,
                Map.of("conditionDue", Date.from(Instant.now().plus(Duration.ofDays(900)))));
        assertThat(cases.open(pilot)).contains("closeRoiCondition", "defendPilot", "proposeSuccessor");
    }

    private void assertOver(String pilot, PilotStatus status, int ended) {
        assertThat(pilots.get(pilot).status()).isEqualTo(status);
        assertThat(cases.open(pilot)).isEmpty();
        assertThat(cases.isOver(pilot)).isTrue();
        assertThat(succession.of(pilot)).extracting(Vacancy::outcome).containsExactly(Vacancy.Outcome.LAPSED);
        assertThat(trail.of(pilot, TrailFilter.ALL.ofKinds("endedWithCase"), PageRequest.of(0, 9)))
                .hasSize(ended);
    }
}
