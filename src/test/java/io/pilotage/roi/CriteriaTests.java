package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.defence.KillQuestion.Outcome;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The limits of a signed money case execute themselves: on value, on use and on safety. */
@PilotageTest
class CriteriaTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    KillOrDefend kills;

    @Autowired
    TimeMachine time;

    @ParameterizedTest
    @ValueSource(strings = {"value", "adoption", "safety"})
    void pastEachLimitWithNobodyActingThePilotEndsStopped(String kind) {
        String pilot = signed(kind, "buSponsor");
        time.moveBy(Duration.ofDays(20));
        assertThat(kills.current(pilot)).isEmpty();
        time.moveBy(Duration.ofDays(1));
        assertThat(kills.current(pilot)).isPresent();
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        time.moveBy(Duration.ofDays(30));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.open(pilot)).containsExactly("windDown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "adoption", "safety"})
    void defendedOnceRefusedTheSecondTime(String kind) {
        String pilot = signed(kind, "buSponsor");
        time.moveBy(Duration.ofDays(21));
        defend(pilot, "bu-sponsor");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(kills.of(pilot).get(0).outcome()).isEqualTo(Outcome.DEFENDED);
        time.moveBy(Duration.ofDays(70));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(kills.of(pilot)).hasSize(2);
        assertThat(kills.of(pilot).get(0).defence()).isNull();
    }

    @Test
    void theDecisionOwnerDefendsWhereThatWasAgreed() {
        String pilot = signed("value", "decisionOwner");
        time.moveBy(Duration.ofDays(21));
        defend(pilot, "decision-owner");
        assertThat(kills.of(pilot).get(0).outcome()).isEqualTo(Outcome.DEFENDED);
    }

    /** A pilot of which one limit counts in 20 days and the others much later. */
    private String signed(String kind, String defender) {
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        String pilot = cases.standingIn(io.pilotage.pilot.Phase.ROI_SIGN_OFF, Cases.LOW);
        Map<String, Object> answers = new HashMap<>(MoneyAnswers.moneyCase());
        for (String each : new String[] {"value", "adoption", "safety"}) {
            answers.put(each + "1_checkedOn", today.plusDays(each.equals(kind) ? 20 : 900));
            answers.put(each + "1_action", "defend");
            answers.put(each + "1_defender", defender);
        }
        answers.put("validUntil", today.plusDays(900));
        cases.complete(pilot, "stateMoneyCase", "bu-sponsor", answers);
        cases.complete(pilot, "signRoi", "finance-partner", Map.of("decision", "go"));
        return pilot;
    }

    private void defend(String pilot, String defender) {
        LocalDate day = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(30);
        Map<String, Object> answers = new HashMap<>(
                Map.of("decision", "defend", "evidence1_link", "https://example.org/new", "judgeOn", day));
        answers.put("criterion1_checkedOn", day);
        cases.complete(pilot, "defendPilot", defender, answers);
        cases.complete(pilot, "examineDefenceValue", "finance-partner", Map.of());
        cases.complete(
                pilot,
                "examineDefenceRisk",
                defender.equals("decision-owner") ? "decision-owner-2" : "decision-owner",
                Map.of());
        cases.complete(pilot, "decideDefence", "governance-chair", Map.of("decision", "defended"));
    }
}
