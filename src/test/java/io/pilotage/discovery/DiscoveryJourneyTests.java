package io.pilotage.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class DiscoveryJourneyTests {

    private static final Map<String, Object> NAMED = Map.of("moreNames", true, "dataOwner", "data-owner");

    @Autowired
    Cases cases;

    @Autowired
    AccountabilityManagement accountabilities;

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

    @Test
    void fromMediumTierOnEveryStepIsMetAndTwoSign() {
        String pilot = cases.propose(Cases.MEDIUM, NAMED);
        cases.complete(pilot, "mapDecisionMoment", "frontline-lead", Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThat(cases.open(pilot)).containsExactly("discloseDemoConditions", "sketchFeasibility");
        cases.complete(pilot, "discloseDemoConditions", "pilot-owner", Map.of("delta1_owner", "pilot-owner"));
        cases.complete(pilot, "sketchFeasibility", "data-owner", Map.of("source1_owner", "data-owner"));
        assertThat(cases.open(pilot)).containsExactly("decideCharter", "decideCharter");
        assertThatThrownBy(() -> cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go")))
                .hasMessageContaining("G1");
        for (String role :
                List.of("finance-partner", "it-operations", "change-lead", "pilot-owner", "frontline-lead")) {
            accountabilities.name(pilot, role, role);
            accountabilities.accept(pilot, role, role);
        }
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.DISCOVERY);
        cases.complete(pilot, "decideCharter", "governance-chair", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.ROI_SIGN_OFF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100000 | JPY | 1 | 100,000 JPY, which is 660 EUR at the rate 0.0066",
                "50000 | EUR | 1 | 50,000 EUR",
                "45000 | GBP | 2 | 45,000 GBP, which is 54,000 EUR at the rate 1.2"
            })
    void theCharterIsSignedByWhomTheAmountInThePolicyCurrencyAsksFor(
            int amount, String currency, int signers, String said) {
        String pilot = cases.propose(Cases.LOW, Map.of("amount", amount, "currency", currency));
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThat(cases.open(pilot)).hasSize(signers).containsOnly("decideCharter");
        assertThat(cases.shown(cases.anyTask(pilot, "decideCharter"), "bu-sponsor")
                        .get("context")
                        .toString())
                .contains(said);
    }

    @Test
    void aRejectedCharterStopsThePilot() {
        String pilot = atTheCharter();
        cases.complete(
                pilot,
                "decideCharter",
                "bu-sponsor",
                Map.of("decision", "reject", "reasonCode", "value", "reason", "Nobody decides on it"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void aHeldCharterComesBackOnItsDay() {
        String pilot = atTheCharter();
        LocalDate until = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(10);
        cases.complete(
                pilot,
                "decideCharter",
                "bu-sponsor",
                Map.of(
                        "decision", "hold",
                        "reasonCode", "capacity",
                        "reason", "Peak season",
                        "holdUntil", until.toString()));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.HELD);
        assertThat(cases.open(pilot)).isEmpty();
        time.moveBy(Duration.ofDays(11));
        assertThat(cases.open(pilot)).containsExactly("decideCharter");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
    }

    @Test
    void withoutADecisionOwnerTheSponsorMayGiveUp() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "decline"));
        cases.complete(
                pilot,
                "nameDecisionOwner",
                "bu-sponsor",
                Map.of("decision", "withdraw", "reasonCode", "ownership", "reason", "Nobody will answer for it"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.WITHDRAWN);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    private String atTheCharter() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        return pilot;
    }
}
