package io.pilotage.pilot.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Accountability;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.FormService;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class SuccessionTests {

    private static final String SPONSOR = "bu-sponsor";

    @Autowired
    Cases cases;

    @Autowired
    Succession succession;

    @Autowired
    AccountabilityManagement accountabilities;

    @Autowired
    PilotManagement pilots;

    @Autowired
    TimeMachine time;

    @Autowired
    FormService forms;

    String pilot;

    @BeforeEach
    void bringIn() {
        pilot = cases.standingIn(Phase.WORKFLOW_REDESIGN, Cases.MEDIUM);
        accountabilities.name(pilot, SPONSOR, SPONSOR, "bu-sponsor-2", "function-head-2", "portfolio-office");
    }

    @Test
    void theDeputyGetsTheOpenWorkAtOnce() {
        mapped();
        assertThat(cases.anyTask(pilot, "alignIncentives").getAssignee()).isEqualTo(SPONSOR);
        assertThat(left()).isTrue();
        assertThat(cases.anyTask(pilot, "alignIncentives").getAssignee()).isEqualTo("bu-sponsor-2");
        assertThat(held().person()).isNull();
        assertThat(cases.open(pilot)).contains("proposeSuccessor");
    }

    @Test
    void withoutADeputyTheWorkIsOpenToTheRole() {
        accountabilities.name(pilot, SPONSOR, SPONSOR, null, null, "portfolio-office");
        mapped();
        left();
        assertThat(cases.anyTask(pilot, "alignIncentives").getAssignee()).isNull();
    }

    @Test
    void theSuccessorAccepts() {
        left();
        propose("bu-sponsor-2");
        assertThat(held().isAccepted()).isFalse();
        assertThat(cases.anyTask(pilot, "acceptSuccession").getAssignee()).isEqualTo("bu-sponsor-2");
        cases.complete(pilot, "acceptSuccession", "bu-sponsor-2", Map.of("decision", "accept"));
        assertThat(held().person()).isEqualTo("bu-sponsor-2");
        assertThat(held().isAccepted()).isTrue();
        assertThat(held().superior()).isEqualTo("function-head-2");
        assertThat(vacancy().outcome()).isEqualTo(Vacancy.Outcome.ACCEPTED);
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
    }

    @Test
    void whoDeclinesIsNotAccountableAndSomebodyElseIsSought() {
        left();
        propose("bu-sponsor-2");
        cases.complete(pilot, "acceptSuccession", "bu-sponsor-2", Map.of("decision", "decline"));
        assertThat(held().person()).isNull();
        assertThat(cases.open(pilot)).containsExactly("mapAsIs", "proposeSuccessor");
    }

    @Test
    void onlyTheOneAskedAnswers() {
        left();
        propose("bu-sponsor-2");
        assertThatThrownBy(() -> cases.complete(pilot, "acceptSuccession", SPONSOR, Map.of("decision", "accept")))
                .hasStackTraceContaining("workflow.task.someoneElses");
        assertThatThrownBy(() -> succession.accept(pilot, SPONSOR, null, SPONSOR))
                .hasMessageContaining("pilot.succession.notAsked");
    }

    @Test
    void nobodyNamesThemselvesOrTheOneWhoLeft() {
        left();
        assertThatThrownBy(() -> propose("function-head")).hasStackTraceContaining("pilot.succession.yourself");
        assertThatThrownBy(() -> propose(SPONSOR)).hasStackTraceContaining("pilot.succession.whoLeft");
        assertThatThrownBy(() -> propose("finance-partner")).hasStackTraceContaining("accountability.notInRole");
    }

    @Test
    void silenceMakesTheSuperiorTheOwnerWhoMayActWithoutTheRole() {
        left();
        time.moveBy(Duration.ofDays(30));
        assertThat(held().person()).isEqualTo("function-head-2");
        assertThat(held().isAccepted()).isTrue();
        assertThat(vacancy().outcome()).isEqualTo(Vacancy.Outcome.SUPERIOR);
        mapped();
        assertThat(cases.anyTask(pilot, "alignIncentives").getAssignee()).isEqualTo("function-head-2");
        cases.complete(pilot, "alignIncentives", "function-head-2", Map.of());
        assertThat(cases.open(pilot)).doesNotContain("alignIncentives");
    }

    @Test
    void silenceOfTheOneAskedMakesTheSuperiorTheOwner() {
        left();
        propose("bu-sponsor-2");
        time.moveBy(Duration.ofDays(30));
        assertThat(held().person()).isEqualTo("function-head-2");
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
    }

    @Test
    void aPilotInUseWithoutAnyOwnerIsSuspended() {
        accountabilities.name(pilot, SPONSOR, SPONSOR, null, null, "portfolio-office");
        pilots.enterPhase(pilot, Phase.ADOPTION_MEASUREMENT);
        left();
        time.moveBy(Duration.ofDays(30));
        assertThat(held().person()).isNull();
        assertThat(vacancy().outcome()).isEqualTo(Vacancy.Outcome.NOBODY);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.SUSPENDED);
        assertThat(pilots.get(pilot).stallReason()).isEqualTo(StallReason.OWNERSHIP);
    }

    @Test
    void aSuspendedPilotGoesOnWhereItStoodWhenSomebodyAnswersAgain() {
        accountabilities.name(pilot, SPONSOR, SPONSOR, null, null, "portfolio-office");
        pilots.enterPhase(pilot, Phase.ADOPTION_MEASUREMENT);
        pilots.become(pilot, PilotStatus.ADOPTED, null, null);
        left();
        time.moveBy(Duration.ofDays(30));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.SUSPENDED);
        accountabilities.name(pilot, SPONSOR, "bu-sponsor-2");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.SUSPENDED);
        accountabilities.accept(pilot, SPONSOR, "bu-sponsor-2");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ADOPTED);
        assertThat(pilots.get(pilot).stallReason()).isNull();
    }

    @Test
    void aPilotWithoutTwoOwnersIsSuspendedUntilBothAreThere() {
        accountabilities.name(pilot, SPONSOR, SPONSOR, null, null, "portfolio-office");
        accountabilities.name(pilot, "decision-owner", "decision-owner", null, null, "portfolio-office");
        pilots.enterPhase(pilot, Phase.ADOPTION_MEASUREMENT);
        left();
        succession.open(pilot, "decision-owner", "decision-owner");
        time.moveBy(Duration.ofDays(30));
        accountabilities.name(pilot, SPONSOR, SPONSOR);
        accountabilities.accept(pilot, SPONSOR, SPONSOR);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.SUSPENDED);
        accountabilities.name(pilot, "decision-owner", "decision-owner");
        accountabilities.accept(pilot, "decision-owner", "decision-owner");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
    }

    @Test
    void ofTwoVacantRolesEachTaskDescribesItsOwn() {
        accountabilities.name(pilot, "change-lead", "change-lead", null, null, "portfolio-office");
        left();
        succession.open(pilot, "change-lead", "change-lead");
        assertThat(cases.tasks(pilot).stream()
                        .filter(task -> task.getTaskDefinitionKey().equals("proposeSuccessor"))
                        .map(task -> String.valueOf(
                                forms.getTaskFormVariables(task.getId()).get("context"))))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoDoesNotHoldTheRoleCannotLeaveIt() {
        assertThat(succession.open(pilot, SPONSOR, "bu-sponsor-2")).isFalse();
        assertThat(left()).isTrue();
        assertThat(left()).isFalse();
    }

    private boolean left() {
        return succession.open(pilot, SPONSOR, SPONSOR);
    }

    private void mapped() {
        cases.complete(pilot, "mapAsIs", "frontline-lead", Map.of());
        cases.complete(pilot, "mapToBe", "frontline-lead", Map.of());
    }

    private void propose(String successor) {
        cases.complete(pilot, "proposeSuccessor", "function-head", Map.of("successor", successor));
    }

    private Accountability held() {
        return accountabilities.of(pilot, SPONSOR).orElseThrow();
    }

    private Vacancy vacancy() {
        return succession.of(pilot).get(0);
    }
}
