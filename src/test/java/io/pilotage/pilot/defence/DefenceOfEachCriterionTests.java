package io.pilotage.pilot.defence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.pilotage.identity.Role;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.defence.KillQuestion.Outcome;
import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import io.pilotage.pilot.defence.WatchedLimit.Consequence;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A defence succeeds at most once per criterion, and what is missed meanwhile is not forgotten. */
@PilotageTest
class DefenceOfEachCriterionTests {

    @Autowired
    Cases cases;

    @Autowired
    LimitWatch limits;

    @Autowired
    KillOrDefend kills;

    @Autowired
    PilotManagement pilots;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    String pilot;

    @BeforeEach
    void watchTwoCriteria() {
        pilot = cases.standingIn(Phase.WORKFLOW_REDESIGN, Cases.MEDIUM);
        limits.watch(
                pilot,
                Agreement.MONEY_CASE,
                List.of(limit("habitualShare", Consequence.DEFEND), limit("netValue", Consequence.DEFEND)));
        time.runDueJobs();
        time.moveBy(Duration.ofDays(20));
    }

    @Test
    void eachCriterionIsDefendedOnceAndItsNewLimitStopsThePilot() {
        miss("habitualShare");
        defend("Use of the second team");
        miss("netValue");
        assertThat(cases.open(pilot)).contains("defendPilot");
        defend("Value of the second team");
        assertThat(kills.of(pilot)).extracting(KillQuestion::outcome).containsOnly(Outcome.DEFENDED);
        assertThat(limits.of(pilot))
                .filteredOn(WatchedLimit::isWatched)
                .extracting(WatchedLimit::metric, WatchedLimit::criterion)
                .containsExactlyInAnyOrder(
                        tuple("Use of the second team", "habitualShare"),
                        tuple("Value of the second team", "netValue"));
        time.moveBy(Duration.ofDays(40));
        miss("Use of the second team");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.open(pilot)).containsExactly("windDown");
    }

    @Test
    void aLimitOfADefenceThatWasChangedAfterwardsJudgesNothing() {
        miss("habitualShare");
        defend("Use of the second team");
        WatchedLimit sealed = limits.of(pilot).stream()
                .filter(limit -> limit.metric().equals("Use of the second team"))
                .findFirst()
                .orElseThrow();
        assertThat(limits.judged(sealed.id()).isKept()).isFalse();
        jdbc.sql("update watched_limit set threshold = 1 where id = ?")
                .param(sealed.id())
                .update();
        assertThatThrownBy(() -> limits.judged(sealed.id())).hasMessageContaining("notAsSealed");
        assertThatThrownBy(() -> miss("Use of the second team")).hasMessageContaining("notAsSealed");
    }

    @Test
    void twoThatAreMissedOnOneDayAreAskedOneAfterTheOther() {
        time.moveBy(Duration.ofDays(1));
        assertThat(kills.of(pilot)).hasSize(1);
        String first = kills.of(pilot).get(0).criterion();
        defend("Use of the second team");
        assertThat(kills.current(pilot).orElseThrow().criterion())
                .isNotEqualTo(first)
                .isIn("habitualShare", "netValue");
        assertThat(cases.open(pilot)).contains("defendPilot");
        time.moveBy(Duration.ofDays(30));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
    }

    @Test
    void whatWasAgreedToStopDoesNotWaitForTheAnswerToAnotherQuestion() {
        limits.watch(
                pilot,
                Agreement.MONEY_CASE,
                List.of(limit("habitualShare", Consequence.DEFEND, 0), limit("seriousIncidents", Consequence.STOP, 0)));
        time.runDueJobs();
        miss("habitualShare");
        assertThat(cases.open(pilot)).contains("defendPilot");
        miss("seriousIncidents");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.open(pilot)).containsExactly("windDown");
        assertThat(kills.of(pilot))
                .extracting(KillQuestion::outcome)
                .containsExactlyInAnyOrder(Outcome.STOPPED, Outcome.LAPSED);
    }

    private void miss(String metric) {
        limits.measured(pilot, metric, BigDecimal.ONE, today());
        time.runDueJobs();
    }

    private void defend(String metric) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "decision",
                "defend",
                "evidence1_link",
                "https://example.org/new",
                "judgeOn",
                today().plusDays(40),
                "criterion1_metric",
                metric,
                "criterion1_comparator",
                "atLeast",
                "criterion1_threshold",
                60));
        answers.put("criterion1_checkedOn", today().plusDays(40));
        cases.complete(pilot, "defendPilot", "bu-sponsor", answers);
        cases.complete(pilot, "examineDefenceValue", "finance-partner", Map.of());
        cases.complete(pilot, "examineDefenceRisk", "decision-owner", Map.of());
        cases.complete(pilot, "decideDefence", "governance-chair", Map.of("decision", "defended"));
    }

    private Terms limit(String metric, Consequence consequence) {
        return limit(metric, consequence, 20);
    }

    private Terms limit(String metric, Consequence consequence, int days) {
        return new Terms(
                metric,
                "atLeast",
                new BigDecimal("60"),
                today().plusDays(days),
                "once",
                "Usage report",
                Role.FINANCE_PARTNER,
                Role.BU_SPONSOR,
                consequence);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    }
}
