package io.pilotage.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class DiscoveryJourneyTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    TimeMachine time;

    @Test
    void lowTierIsCharteredInTwoTasks() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        assertThat(cases.open(pilot)).containsExactly("acceptAccountability");
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThat(cases.open(pilot)).containsExactly("decideCharter");
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.ROI_SIGN_OFF);
    }

    @Test
    void declinedAccountabilityGoesBackToTheSponsor() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "decline"));
        assertThat(cases.open(pilot)).containsExactly("nameDecisionOwner");
        cases.complete(
                pilot,
                "nameDecisionOwner",
                "bu-sponsor",
                Map.of("decision", "name", "decisionOwner", "decision-owner-2"));
        assertThat(cases.anyTask(pilot, "acceptAccountability").getAssignee()).isEqualTo("decision-owner-2");
    }

    @Test
    void silenceNeverApproves() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        time.moveBy(Duration.ofDays(60));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.WITHDRAWN);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void theRequesterDoesNotApprove() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThatThrownBy(() -> cases.submit(pilot, "decideCharter", "pilot-owner", Map.of()))
                .hasMessageContaining("role");
    }
}
