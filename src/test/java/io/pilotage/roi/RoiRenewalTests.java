package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A signature that was revoked stops the pilot at every later gate until its signers have answered again. */
@PilotageTest
class RoiRenewalTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    GateKeeper gates;

    @Autowired
    MoneyCaseSealing sealing;

    @Autowired
    RoiConditionManagement conditions;

    @Autowired
    TimeMachine time;

    String pilot;

    @BeforeEach
    void missAPoint() {
        pilot = MoneyCaseDrive.toSignatures(cases);
        MoneyCaseDrive.sign(cases, pilot, MoneyAnswers.condition(LocalDate.now().plusDays(30)));
        time.moveBy(Duration.ofDays(32));
    }

    @Test
    void everyLaterGateIsClosedAndTheSignersAreAskedAgain() {
        for (Gate gate : new Gate[] {Gate.G3, Gate.G4, Gate.G5, Gate.G6}) {
            assertThat(gates.missing(pilot, gate)).contains("moneyCaseNotRevoked");
        }
        assertThat(cases.open(pilot)).filteredOn("signRoiAgain"::equals).hasSize(2);
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
    }

    @Test
    void oneSignatureIsNotEnough() {
        signAgain("finance-partner-2", Map.of("decision", "go"));
        assertThat(sealing.isRevoked(pilot)).isTrue();
        assertThat(cases.open(pilot)).containsOnlyOnce("signRoiAgain");
    }

    @Test
    void signedAgainThePilotGoesOnAndTheMissedPointsAreGone() {
        signAgain("finance-partner-2", Map.of("decision", "go"));
        signAgain("bu-sponsor", Map.of("decision", "go"));
        assertThat(sealing.isRevoked(pilot)).isFalse();
        assertThat(conditions.open(pilot)).isEmpty();
        assertThat(gates.missing(pilot, Gate.G3)).doesNotContain("moneyCaseNotRevoked");
        assertThat(cases.open(pilot)).doesNotContain("signRoiAgain", "closeRoiCondition");
    }

    @Test
    void aNewDateIsWatchedLikeTheFirst() {
        LocalDate later = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(20);
        signAgain("finance-partner-2", MoneyAnswers.condition(later));
        signAgain("bu-sponsor", Map.of("decision", "go"));
        assertThat(conditions.open(pilot)).extracting(RoiCondition::due).containsExactly(later);
        time.moveBy(Duration.ofDays(22));
        assertThat(sealing.isRevoked(pilot)).isTrue();
        assertThat(cases.open(pilot)).filteredOn("signRoiAgain"::equals).hasSize(2);
    }

    @Test
    void whoDoesNotStandByItEndsThePilot() {
        signAgain("finance-partner-2", Map.of("decision", "go"));
        signAgain("bu-sponsor", Map.of("decision", "kill", "reasonCode", "value", "reason", "Not measured"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void silenceKeepsEveryGateClosed() {
        time.moveBy(Duration.ofDays(40));
        assertThat(sealing.isRevoked(pilot)).isTrue();
        assertThat(cases.open(pilot)).contains("signRoiAgain");
    }

    @Test
    void whoMeasuredTheBaselineDoesNotSignAgain() {
        assertThatThrownBy(() -> signAgain("finance-partner", Map.of("decision", "go")))
                .hasMessageContaining("Measure baseline");
    }

    private void signAgain(String person, Map<String, ?> answers) {
        cases.complete(pilot, "signRoiAgain", person, answers);
    }
}
