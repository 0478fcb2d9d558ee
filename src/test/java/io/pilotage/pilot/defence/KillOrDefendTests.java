package io.pilotage.pilot.defence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.notification.Mail;
import io.pilotage.notification.NotificationManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

@PilotageTest
class KillOrDefendTests {

    private static final KillCause MISSED =
            new KillCause("Fewer than half use it", "at least 60 %", "31 %", LocalDate.of(2020, 1, 31));
    private static final Map<String, Object> DEFENCE =
            Map.of("decision", "defend", "evidence1_link", "https://example.org/new");

    @Autowired
    Cases cases;

    @Autowired
    KillOrDefend kills;

    @Autowired
    WindDownManagement windDowns;

    @Autowired
    PilotManagement pilots;

    @Autowired
    NotificationManagement mails;

    @Autowired
    TimeMachine time;

    String pilot;

    @BeforeEach
    void bringIn() {
        pilot = cases.standingIn(Phase.WORKFLOW_REDESIGN, Cases.MEDIUM);
    }

    @Test
    void theSponsorIsToldAndAsked() {
        assertThat(kills.open(pilot, MISSED)).isTrue();
        assertThat(cases.open(pilot)).containsExactly("defendPilot", "mapAsIs");
        assertThat(mails.mailsTo("bu-sponsor", PageRequest.of(0, 50)))
                .filteredOn(mail -> pilot.equals(mail.pilotKey()))
                .extracting(Mail::subject)
                .hasSize(1)
                .allMatch(subject -> subject.startsWith("In question: "));
    }

    @Test
    void silenceOfTheSponsorStopsThePilot() {
        kills.open(pilot, MISSED);
        time.moveBy(Duration.ofDays(10));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        time.moveBy(Duration.ofDays(20));
        assertStopped(StallReason.OWNERSHIP, MISSED.reason());
    }

    @Test
    void theSponsorLetsItStop() {
        kills.open(pilot, MISSED);
        cases.complete(
                pilot,
                "defendPilot",
                "bu-sponsor",
                Map.of("decision", "stop", "reasonCode", "value", "reason", "Not worth it"));
        assertStopped(StallReason.VALUE, "Not worth it");
    }

    @Test
    void aDefenceThatTheChairUpholdsLetsThePilotGoOn() {
        defended();
        assertThat(cases.open(pilot)).containsExactly("examineDefenceRisk", "examineDefenceValue", "mapAsIs");
        examined();
        cases.complete(pilot, "decideDefence", "governance-chair", Map.of("decision", "defended"));
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        KillQuestion question = kills.of(pilot).get(0);
        assertThat(question.outcome()).isEqualTo(KillQuestion.Outcome.DEFENDED);
        assertThat(question.limits()).hasSize(1);
        assertThat(question.opinions())
                .extracting(Opinion::roleGroup)
                .containsExactlyInAnyOrder("finance-partner", "decision-owner");
    }

    @Test
    void theSecondTimeItStopsWithoutAnotherRound() {
        defended();
        examined();
        cases.complete(pilot, "decideDefence", "governance-chair", Map.of("decision", "defended"));
        assertThat(kills.open(pilot, MISSED)).isTrue();
        assertStopped(StallReason.OWNERSHIP, MISSED.reason());
    }

    @Test
    void theChairIsNotConvinced() {
        defended();
        examined();
        cases.complete(
                pilot,
                "decideDefence",
                "governance-chair",
                Map.of("decision", "stop", "reasonCode", "risk", "reason", "Too much harm"));
        assertStopped(StallReason.RISK, "Too much harm");
    }

    @Test
    void silenceOfTheChairStopsThePilot() {
        defended();
        examined();
        time.moveBy(Duration.ofDays(30));
        assertStopped(StallReason.OWNERSHIP, MISSED.reason());
    }

    @Test
    void silenceAboutTheValueStopsThePilot() {
        defended();
        cases.complete(pilot, "examineDefenceRisk", "decision-owner", Map.of());
        time.moveBy(Duration.ofDays(30));
        assertStopped(StallReason.OWNERSHIP, MISSED.reason());
    }

    @Test
    void silenceAboutTheRiskStopsThePilot() {
        defended();
        cases.complete(pilot, "examineDefenceValue", "finance-partner", Map.of());
        time.moveBy(Duration.ofDays(30));
        assertStopped(StallReason.OWNERSHIP, MISSED.reason());
    }

    @Test
    void aNewLimitIsNotCheckedAfterTheNewDay() {
        kills.open(pilot, MISSED);
        Map<String, Object> late = new HashMap<>(DEFENCE);
        late.put("judgeOn", "2030-01-31");
        late.put("criterion1_checkedOn", "2030-02-01");
        assertThatThrownBy(() -> cases.complete(pilot, "defendPilot", "bu-sponsor", late))
                .hasStackTraceContaining("pilot.defence.checkedTooLate");
        assertThat(cases.open(pilot)).contains("defendPilot");
    }

    @Test
    void thereIsOneQuestionAtATimeAndNoneOnACaseThatIsOver() {
        assertThat(kills.open(pilot, MISSED)).isTrue();
        assertThat(kills.open(pilot, MISSED)).isFalse();
        cases.complete(pilot, "defendPilot", "bu-sponsor", Map.of("decision", "stop"));
        assertThat(kills.open(pilot, MISSED)).isFalse();
        assertThat(kills.of(pilot)).hasSize(1);
    }

    @Test
    void aStoppedPilotIsWoundDownAndItsRecordsAreKept() {
        kills.open(pilot, MISSED);
        cases.complete(pilot, "defendPilot", "bu-sponsor", Map.of("decision", "stop"));
        Map<String, String> tooShort = Map.of("endedOn", "2030-01-31", "recordsKeptUntil", "2030-07-30");
        assertThatThrownBy(() -> cases.complete(pilot, "windDown", "it-operations", tooShort))
                .hasStackTraceContaining("pilot.records.tooShort");
        cases.complete(
                pilot, "windDown", "it-operations", Map.of("endedOn", "2030-01-31", "recordsKeptUntil", "2030-07-31"));
        assertThat(cases.isOver(pilot)).isTrue();
        assertThat(windDowns.of(pilot)).isPresent();
    }

    private void defended() {
        kills.open(pilot, MISSED);
        cases.complete(pilot, "defendPilot", "bu-sponsor", DEFENCE);
    }

    private void examined() {
        cases.complete(pilot, "examineDefenceValue", "finance-partner", Map.of());
        cases.complete(pilot, "examineDefenceRisk", "decision-owner", Map.of());
        assertThat(cases.open(pilot)).containsExactly("decideDefence", "mapAsIs");
    }

    private void assertStopped(StallReason reason, String note) {
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(pilots.get(pilot).stallReason()).isEqualTo(reason);
        assertThat(pilots.get(pilot).statusNote()).isEqualTo(note);
        assertThat(cases.open(pilot)).containsExactly("windDown");
    }
}
