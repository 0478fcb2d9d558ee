package io.pilotage.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.rollout.Ring;
import io.pilotage.rollout.RingLimits;
import io.pilotage.rollout.RingStep;
import io.pilotage.rollout.RolloutManagement;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class UnmeasuredTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    AccountabilityManagement accountabilities;

    @Autowired
    RolloutManagement rollout;

    @Autowired
    AdoptionManagement adoption;

    @Autowired
    Agreements agreements;

    @Autowired
    TimeMachine time;

    private AdoptionCases used;

    @BeforeEach
    void prepare() {
        used = new AdoptionCases(cases, time, agreements);
    }

    @Test
    void oneMissedPeriodIsAWarning() {
        String pilot = used.inUse(Cases.LOW);
        time.moveBy(AdoptionCases.PERIOD.multipliedBy(2));
        assertThat(adoption.missedInARow(pilot)).isEqualTo(1);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(cases.open(pilot)).doesNotContain("decideUnmeasured");
    }

    @Test
    void twoMissedPeriodsMakeItUnmeasuredAndBlockExpansion() {
        String pilot = unmeasured();
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.UNMEASURED);
        assertThat(cases.open(pilot)).containsExactly("decideUnmeasured");
        assertThatThrownBy(() -> rollout.expand(pilot)).isInstanceOf(Refused.class);
    }

    @Test
    void aMeasurementBreaksTheRowOfMissedOnes() {
        String pilot = used.inUse(Cases.LOW);
        time.moveBy(AdoptionCases.PERIOD.multipliedBy(2));
        used.measure(pilot, 90, "happening", 8000);
        assertThat(adoption.missedInARow(pilot)).isZero();
    }

    @Test
    void theSuperiorNamesSomebodyWhoMeasuresAndItStaysUnmeasuredUntilThen() {
        String pilot = unmeasured();
        decide(pilot, Map.of("decision", "measure", "measuredBy", "adoption-analyst-2"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.UNMEASURED);
        assertThat(accountabilities.of(pilot, "adoption-analyst").orElseThrow().person())
                .isEqualTo("adoption-analyst-2");
        time.moveBy(Duration.ofDays(1));
        cases.complete(pilot, "recordTelemetry", "adoption-analyst-2", AdoptionCases.telemetry(90));
        cases.complete(pilot, "confirmRituals", "frontline-lead", Map.of("ritual1_state", "happening"));
        cases.complete(pilot, "measureValue", "finance-partner", AdoptionCases.value(8000));
        cases.complete(pilot, "countersignValue", "finance-partner-2", Map.of("decision", "counts"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.VISITED);
    }

    @Test
    void silenceShrinksToThePreviousRingAndNeverGoesOnAsBefore() {
        String pilot = unmeasured();
        inSecondRing(pilot);
        time.moveBy(Duration.ofDays(40));
        assertThat(cases.open(pilot)).doesNotContain("decideUnmeasured");
        assertThat(rollout.currentRing(pilot)).isZero();
        assertThat(rollout.stepsOf(pilot)).extracting(RingStep::kind).contains(RingStep.Kind.SHRUNK);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.UNMEASURED);
    }

    @Test
    void silenceOnAPilotWithoutRingsShrinksNothingAndFailsNothing() {
        String pilot = unmeasured();
        time.moveBy(Duration.ofDays(40));
        assertThat(cases.isOver(pilot)).isFalse();
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.UNMEASURED);
    }

    @Test
    void theSuperiorMayStopIt() {
        String pilot = unmeasured();
        decide(pilot, Map.of("decision", "kill"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void theSuperiorMayShrinkIt() {
        String pilot = unmeasured();
        inSecondRing(pilot);
        decide(pilot, Map.of("decision", "shrink"));
        assertThat(rollout.currentRing(pilot)).isZero();
        assertThat(cases.isOver(pilot)).isFalse();
    }

    private String unmeasured() {
        String pilot = used.inUse(Cases.LOW);
        time.moveBy(AdoptionCases.PERIOD.multipliedBy(3));
        return pilot;
    }

    private void inSecondRing(String pilot) {
        Ring small = new Ring("One site", "DE", 10, LocalDate.EPOCH, 14, BigDecimal.TEN, 1, 2);
        Ring large = new Ring("All sites", "DE", 100, LocalDate.EPOCH, 14, BigDecimal.TEN, 1, 2);
        rollout.plan(pilot, new RingLimits(BigDecimal.ONE, null, null, null, null, null), List.of(small, large));
        rollout.advance(pilot);
    }

    private void decide(String pilot, Map<String, ?> answers) {
        cases.complete(pilot, "decideUnmeasured", "function-head", answers);
    }
}
