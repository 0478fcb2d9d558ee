package io.pilotage.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.WorkflowChange.RitualChange;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class AdoptionJourneyTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    AdoptionManagement adoption;

    @Autowired
    Agreements agreements;

    @Autowired
    RedesignManagement redesign;

    @Autowired
    TimeMachine time;

    private AdoptionCases used;

    @BeforeEach
    void prepare() {
        used = new AdoptionCases(cases, time, agreements);
    }

    @Test
    void aLowTierPilotIsMeasuredInThreeTasksOnceThePeriodIsOver() {
        String pilot = used.inUse(Cases.LOW);
        time.moveBy(AdoptionCases.PERIOD.minusDays(1));
        assertThat(cases.open(pilot)).isEmpty();
        time.moveBy(Duration.ofDays(1));
        assertThat(cases.open(pilot)).containsExactly("confirmRituals", "measureValue", "recordTelemetry");
    }

    @Test
    void sustainingAnAdoptedPilotPassesTheGate() {
        String pilot = used.measured(60, "happening", 8000);
        assertThat(adoption.latest(pilot).orElseThrow().judgement()).isEqualTo(Judgement.ADOPTED);
        decide(pilot, "sustain");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ADOPTED);
        assertThat(cases.open(pilot)).isEmpty();
        time.moveBy(AdoptionCases.PERIOD.multipliedBy(2));
        assertThat(cases.open(pilot)).hasSize(3);
    }

    @Test
    void whatWasSealedIsTheTargetAndNotWhatIsUsual() {
        String pilot = used.inUse(Cases.LOW);
        agreements.promised(new MoneyPromise(
                pilot,
                new BigDecimal("40000"),
                new BigDecimal("60000"),
                new BigDecimal("10000"),
                0,
                70,
                time.now(),
                null,
                null));
        time.moveBy(AdoptionCases.PERIOD);
        used.measure(pilot, 69, "happening", 8000);
        assertThat(adoption.latest(pilot).orElseThrow().judgement()).isEqualTo(Judgement.VISITED);
    }

    @Test
    void tooFewHabitualUsersMeanVisited() {
        String pilot = used.measured(59, "happening", 8000);
        decide(pilot, "sustain");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.VISITED);
        time.moveBy(AdoptionCases.PERIOD);
        assertThat(cases.open(pilot)).hasSize(3);
    }

    @Test
    void aRitualThatHappensPartlyIsNotConfirmed() {
        String pilot = used.measured(90, "partly", 8000);
        assertThat(adoption.factsOf(pilot)).containsExactlyInAnyOrder("adoptionTargetMet", "netValueAboveP10");
        decide(pilot, "sustain");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.VISITED);
    }

    @Test
    void aPromisedChangeOfWhichNothingIsSaidIsNotConfirmed() {
        String pilot = used.inUse(Cases.LOW);
        redesign.describe(redesign.changeOf(pilot)
                .inProse(
                        "By hand",
                        "With advice",
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        "By hand",
                        List.of(promised("Monday round"), promised("Second signature"))));
        time.moveBy(AdoptionCases.PERIOD);
        Map<String, String> one = Map.of("ritual1_name", " MONDAY round", "ritual1_state", "happening");
        assertThat(cases.proposed(pilot, "confirmRituals", "frontline-lead"))
                .containsEntry("confirmRituals_ritual1_name", "Monday round")
                .containsEntry("confirmRituals_ritual2_name", "Second signature");
        cases.complete(pilot, "recordTelemetry", "adoption-analyst", AdoptionCases.telemetry(90));
        cases.complete(pilot, "confirmRituals", "frontline-lead", one);
        cases.complete(pilot, "measureValue", "finance-partner", AdoptionCases.value(8000));
        cases.complete(pilot, "countersignValue", "finance-partner-2", Map.of("decision", "counts"));
        assertThat(adoption.factsOf(pilot)).containsExactlyInAnyOrder("adoptionTargetMet", "netValueAboveP10");
        assertThat(cases.shown(cases.anyTask(pilot, "decideAdoption"), "bu-sponsor")
                        .get("context")
                        .toString())
                .contains("name=Second signature", "state=nothing said of it");
    }

    @Test
    void believedMoneyDoesNotReachThePromise() {
        String pilot = used.measured(90, "happening", 7000);
        PeriodFigures figures = adoption.latest(pilot).orElseThrow().figures();
        assertThat(figures.promisedP10()).isEqualByComparingTo("7397.26");
        assertThat(figures.measuredValue()).isEqualByComparingTo("7000");
        assertThat(figures.assertedValue()).isEqualByComparingTo("5000");
        assertThat(figures.netRealised()).isEqualByComparingTo("6992");
        assertThat(adoption.factsOf(pilot)).doesNotContain("netValueAboveP10");
    }

    @Test
    void withoutASealedPromiseTheGapStaysAGap() {
        String pilot = cases.standingIn(Phase.ADOPTION_MEASUREMENT, Cases.LOW);
        time.moveBy(AdoptionCases.PERIOD);
        used.measure(pilot, 90, "happening", 8000);
        assertThat(adoption.latest(pilot).orElseThrow().figures().promisedP10()).isNull();
        assertThat(adoption.latest(pilot).orElseThrow().judgement()).isEqualTo(Judgement.VISITED);
    }

    @Test
    void onlyAnAdoptedPilotIsExpanded() {
        String pilot = used.measured(10, "happening", 8000);
        assertThatThrownBy(() -> decide(pilot, "expand")).hasMessageContaining("G6");
        assertThat(cases.open(pilot)).containsExactly("decideAdoption");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
    }

    @Test
    void stoppingEndsTheCase() {
        String pilot = used.measured(10, "not", 0);
        decide(pilot, "kill");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void adjustingGoesOnMeasuring() {
        String pilot = used.measured(10, "not", 0);
        decide(pilot, "adjust");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.VISITED);
        assertThat(adoption.latest(pilot).orElseThrow().decision()).isEqualTo("adjust");
        assertThat(cases.isOver(pilot)).isFalse();
    }

    @Test
    void aHighTierPilotIsMeasuredOnTrustAndOversightToo() {
        String pilot = used.inUse(Cases.HIGH);
        time.moveBy(Duration.ofDays(31));
        assertThat(cases.open(pilot))
                .containsExactly(
                        "checkOversight", "confirmRituals", "measureValue", "recordTelemetry", "takeTrustPulse");
        cases.complete(
                pilot,
                "checkOversight",
                "model-validation",
                Map.of("bandFrom", 5, "bandTo", 30, "planted", 20, "found", 18, "reviewers", 50));
        cases.complete(pilot, "takeTrustPulse", "change-lead", Map.of("segment1_asked", 50, "segment1_answered", 40));
        used.measure(pilot, 70, "happening", 8000);
        assertThat(adoption.factsOf(pilot)).contains("overrideBandHeld");
        assertThat(adoption.latest(pilot).orElseThrow().judgement()).isEqualTo(Judgement.ADOPTED);
    }

    @Test
    void countsThatContradictEachOtherAreRefused() {
        String pilot = used.inUse(Cases.LOW);
        time.moveBy(AdoptionCases.PERIOD);
        Map<String, Object> impossible = new HashMap<>(AdoptionCases.telemetry(60));
        impossible.put("segment1_habitual", 91);
        assertThatThrownBy(() -> cases.complete(pilot, "recordTelemetry", "adoption-analyst", impossible))
                .hasMessageContaining("Planners");
        assertThat(cases.open(pilot)).contains("recordTelemetry");
    }

    private void decide(String pilot, String decision) {
        cases.complete(pilot, "decideAdoption", "bu-sponsor", Map.of("decision", decision));
    }

    private static RitualChange promised(String name) {
        return new RitualChange("meeting", "changed", name, "It begins with the advice", "frontline-lead", null);
    }
}
