package io.pilotage.pilot.retirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class RetirementTests {

    private static final Map<String, Object> OFF =
            Map.of("switchedOffOn", "2030-01-31", "recordsKeptUntil", "2030-07-31", "recordsOwner", "it-operations");
    private static final Map<String, Object> BACK =
            Map.of("rehearsedOn", "2020-01-31", "usersInformedOn", "2020-02-01");

    @Autowired
    Cases cases;

    @Autowired
    RetirementManagement retirements;

    @Autowired
    PilotManagement pilots;

    @Autowired
    RuntimeService runtime;

    String pilot;

    @BeforeEach
    void begin() {
        pilot = cases.standingIn(Phase.WORKFLOW_REDESIGN, Cases.LOW);
        Map<String, Object> variables = new HashMap<>(Map.of("pilotKey", pilot, "tier", "low", "agentic", false));
        runtime.startProcessInstanceByKey("retirement", pilot, variables);
    }

    @Test
    void fiveStepsInOrderCloseTheFile() {
        step("checkDependencies", "it-operations", Map.of());
        step("restoreFallback", "frontline-lead", BACK);
        step("switchOffAccess", "it-operations", OFF);
        step("stateFinalValue", "finance-partner", Map.of("realisedValue", 100.5, "totalCost", 250));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        step("closeRegister", "pilot-owner", Map.of("reuse", "yes", "reusable", "The data contract"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.RETIRED);
        Retirement retirement = retirements.of(pilot).orElseThrow();
        assertThat(retirement.finalValue().net()).isEqualByComparingTo("-149.5");
        assertThat(retirement.completedAt()).isNotNull();
        assertThat(retirement.reusable()).isEqualTo("The data contract");
    }

    @Test
    void nothingIsSwitchedOffUnderSomebodysFeet() {
        step(
                "checkDependencies",
                "it-operations",
                Map.of("dependents", "some", "dependent1_owner", "pilot-owner", "dependent1_readyOn", "2030-02-01"));
        step("restoreFallback", "frontline-lead", BACK);
        assertThat(cases.shown(cases.anyTask(pilot, "switchOffAccess"), "it-operations")
                        .get("context")
                        .toString())
                .contains("readyOn=1 Feb 2030");
        assertThatThrownBy(() -> step("switchOffAccess", "it-operations", OFF))
                .hasStackTraceContaining("pilot.retirement.stillUsed");
        assertThat(cases.open(pilot)).contains("switchOffAccess");
    }

    @Test
    void recordsOutliveThePilotByHalfAYear() {
        step("checkDependencies", "it-operations", Map.of());
        step("restoreFallback", "frontline-lead", BACK);
        Map<String, Object> early = new HashMap<>(OFF);
        early.put("recordsKeptUntil", "2030-07-30");
        assertThatThrownBy(() -> step("switchOffAccess", "it-operations", early))
                .hasStackTraceContaining("pilot.records.tooShort");
        Map<String, Object> nobodys = new HashMap<>(OFF);
        nobodys.put("recordsOwner", "nobody");
        assertThatThrownBy(() -> step("switchOffAccess", "it-operations", nobodys))
                .hasStackTraceContaining("workflow.person.unknown");
    }

    @Test
    void aRehearsalToComeIsNone() {
        step("checkDependencies", "it-operations", Map.of());
        assertThatThrownBy(() -> step(
                        "restoreFallback",
                        "frontline-lead",
                        Map.of("rehearsedOn", "2090-01-31", "usersInformedOn", "2020-01-31")))
                .hasStackTraceContaining("pilot.retirement.notYet");
    }

    private void step(String task, String person, Map<String, ?> answers) {
        cases.complete(pilot, task, person, answers);
    }
}
