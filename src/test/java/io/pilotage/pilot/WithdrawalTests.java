package io.pilotage.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class WithdrawalTests {

    @Autowired
    Cases cases;

    @Autowired
    Withdrawal withdrawal;

    @Autowired
    Hold hold;

    @Autowired
    AccountabilityManagement accountabilities;

    @Autowired
    PilotManagement pilots;

    @Autowired
    TimeMachine time;

    @Test
    void theSponsorWithdrawsWithAReasonAndTheJourneyEnds() {
        String pilot = cases.propose(Cases.MEDIUM, Map.of());
        withdrawal.withdraw(pilot, StallReason.FUNDING, "Budget cut", "bu-sponsor");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.WITHDRAWN);
        assertThat(pilots.get(pilot).stallReason()).isEqualTo(StallReason.FUNDING);
        assertThat(pilots.get(pilot).statusNote()).isEqualTo("Budget cut");
        assertThat(cases.isOver(pilot)).isTrue();
        assertThatThrownBy(() -> withdrawal.withdraw(pilot, StallReason.FUNDING, null, "bu-sponsor"))
                .hasMessageContaining("pilot.over");
    }

    @Test
    void onlyTheSponsorOrTheDeputyWithdraws() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        for (String other : new String[] {"bu-sponsor-2", "pilot-owner", "governance-chair", "process-admin"}) {
            assertThatThrownBy(() -> withdrawal.withdraw(pilot, StallReason.VALUE, null, other))
                    .hasMessageContaining("pilot.withdrawal.notSponsor");
        }
        accountabilities.name(pilot, "bu-sponsor", "bu-sponsor", "bu-sponsor-2", null, "portfolio-office");
        withdrawal.withdraw(pilot, StallReason.VALUE, null, "bu-sponsor-2");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.WITHDRAWN);
    }

    @Test
    void aHoldIsLiftedByTheSponsor() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThatThrownBy(() -> hold.lift(pilot, "bu-sponsor")).hasMessageContaining("pilot.notHeld");
        LocalDate until = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(90);
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "hold", "holdUntil", until));
        assertThat(cases.open(pilot)).isEmpty();
        assertThatThrownBy(() -> hold.lift(pilot, "pilot-owner")).hasMessageContaining("pilot.hold.notYours");
        hold.lift(pilot, "bu-sponsor");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(cases.open(pilot)).containsExactly("decideCharter");
    }
}
