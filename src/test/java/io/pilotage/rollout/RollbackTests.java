package io.pilotage.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class RollbackTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    RolloutManagement rollout;

    @Autowired
    Rollout breaches;

    @Autowired
    TimeMachine time;

    private RolloutCases ringed;

    @BeforeEach
    void prepare() {
        ringed = new RolloutCases(cases);
    }

    @Test
    void aBreachRollsBackAtOnceAlsoWhileTheReviewIsOpen() {
        String pilot = inLastRing();
        time.moveBy(Duration.ofDays(27));
        assertThat(cases.open(pilot)).containsExactly("reviewRing");
        assertThat(breach(pilot)).isTrue();
        assertThat(cases.open(pilot)).containsExactly("rollBackRing");
        rollBack(pilot);
        assertThat(rollout.currentRing(pilot)).isZero();
        assertThat(rollout.rollbacksOf(pilot)).extracting(RingRollback::ring).containsExactly(1);
        assertThat(cases.open(pilot)).containsExactly("startRing");
    }

    @Test
    void aBreachTakesTheAcceptanceBack() {
        String pilot = inAcceptance();
        assertThat(breach(pilot)).isTrue();
        assertThat(cases.open(pilot)).containsExactly("rollBackRing");
    }

    @Test
    void aBreachWithoutAnOpenRingIsKeptAndTellsNobody() {
        String pilot = cases.standingIn(Phase.ROLLOUT, Cases.MEDIUM);
        assertThat(breach(pilot)).isFalse();
        assertThat(cases.open(pilot)).containsExactly("planRings");
        assertThat(breaches.breachSince(pilot, time.now().minusSeconds(60))).isPresent();
    }

    @Test
    void ringZeroStaysRingZeroAfterARollback() {
        String pilot = ringed.inRingZero(Cases.MEDIUM);
        breach(pilot);
        rollBack(pilot);
        assertThat(rollout.currentRing(pilot)).isZero();
        assertThat(rollout.lastRollback(pilot)).isPresent();
    }

    @Test
    void noRingOpensAgainAfterARollbackBeforeAPersonStartsIt() {
        String pilot = cases.standingIn(Phase.ROLLOUT, Cases.LOW);
        cases.complete(pilot, "planRings", "pilot-owner", RolloutCases.oneRing());
        assertThat(rollout.planOf(pilot).orElseThrow().openedAt()).isNotNull();
        breach(pilot);
        rollBack(pilot);
        time.moveBy(Duration.ofDays(60));
        assertThat(cases.open(pilot)).containsExactly("startRing");
        assertThat(rollout.planOf(pilot).orElseThrow().openedAt()).isNull();
        cases.complete(pilot, "startRing", "pilot-owner", Map.of("change", "nothingNew"));
        assertThat(rollout.planOf(pilot).orElseThrow().openedAt()).isNotNull();
    }

    @Test
    void anOverdueRollbackReachesTheNextLevelsAndNeverClosesItself() {
        String pilot = ringed.inRingZero(Cases.MEDIUM);
        breach(pilot);
        time.moveBy(Duration.ofDays(10));
        assertThat(cases.open(pilot)).containsExactly("rollBackRing");
    }

    @Test
    void costAboveTheModelClosesTheGate() {
        String pilot = inLastRing();
        time.moveBy(Duration.ofDays(28));
        cases.complete(pilot, "reviewRing", "decision-owner", RolloutCases.review("promote", "unitCost", 2.31));
        assertThatThrownBy(() -> accept(pilot)).hasMessageContaining("G5");
        assertThat(cases.open(pilot)).containsExactly("acceptProduction");
    }

    @Test
    void acceptanceNotYetMeansAnotherDwellInTheLastRing() {
        String pilot = inAcceptance();
        cases.complete(
                pilot,
                "acceptProduction",
                "it-operations",
                Map.of("decision", "hold", "reason", "On call is not staffed"));
        assertThat(cases.open(pilot)).isEmpty();
        assertThat(rollout.currentRing(pilot)).isEqualTo(1);
        time.moveBy(Duration.ofDays(28));
        cases.complete(pilot, "reviewRing", "decision-owner", RolloutCases.review("promote"));
        accept(pilot);
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.ADOPTION_MEASUREMENT);
    }

    private boolean breach(String pilot) {
        return breaches.rollbackThresholdBreached(pilot, "Three people were refused by mistake", "it-operations");
    }

    private void rollBack(String pilot) {
        cases.complete(pilot, "rollBackRing", "it-operations", Map.of("cause", "harm", "what", "Wrong refusals"));
    }

    private void accept(String pilot) {
        cases.complete(pilot, "acceptProduction", "it-operations", Map.of("decision", "go"));
    }

    private String inLastRing() {
        String pilot = ringed.inRingZero(Cases.MEDIUM);
        time.moveBy(Duration.ofDays(14));
        cases.complete(pilot, "reviewRing", "governance-chair", RolloutCases.review("promote"));
        cases.complete(pilot, "startRing", "pilot-owner", Map.of("change", "firstUse"));
        return pilot;
    }

    private String inAcceptance() {
        String pilot = inLastRing();
        time.moveBy(Duration.ofDays(28));
        cases.complete(pilot, "reviewRing", "decision-owner", RolloutCases.review("promote"));
        return pilot;
    }
}
