package io.pilotage.pilot.defence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.identity.Role;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import io.pilotage.pilot.defence.WatchedLimit.Consequence;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A limit that was agreed is looked at on its day; who misses it, or does not look, is called into question. */
@PilotageTest
class LimitWatchTests {

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

    String pilot;

    @BeforeEach
    void bringIn() {
        pilot = cases.standingIn(Phase.WORKFLOW_REDESIGN, Cases.MEDIUM);
    }

    @Test
    void somebodyIsAskedDaysBeforeTheDayAndNobodySooner() {
        watch(terms("once", Consequence.DEFEND));
        time.moveBy(Duration.ofDays(9));
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
        time.moveBy(Duration.ofDays(1));
        assertThat(cases.open(pilot)).containsExactly("checkLimit", "mapAsIs");
    }

    @Test
    void aFigureThatIsReadEarlyDecidesWhenTheDayIsOver() {
        watch(terms("once", Consequence.DEFEND));
        time.moveBy(Duration.ofDays(11));
        read(59);
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
        time.moveBy(Duration.ofDays(10));
        assertThat(cases.open(pilot)).containsExactly("defendPilot", "mapAsIs");
    }

    @Test
    void aFigureThatIsTooOldSaysNothingAboutTheDay() {
        watch(terms("once", Consequence.DEFEND, 120));
        limits.measured(pilot, "habitualShare", new BigDecimal("61"), today());
        time.moveBy(Duration.ofDays(111));
        assertThat(cases.open(pilot)).containsExactly("checkLimit", "mapAsIs");
        time.moveBy(Duration.ofDays(10));
        assertThat(cases.open(pilot)).containsExactly("defendPilot", "mapAsIs");
        assertThat(kills.current(pilot).orElseThrow().cause().measured()).isNull();
    }

    @Test
    void aLimitThatIsKeptChangesNothing() {
        onTheDay(terms("once", Consequence.DEFEND));
        read(60);
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
        time.moveBy(Duration.ofDays(40));
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
    }

    @Test
    void aLimitThatWasAgreedForOneDayIsOverAfterIt() {
        onTheDay(terms("once", Consequence.DEFEND));
        read(60);
        limits.measured(pilot, "habitualShare", BigDecimal.ONE, today());
        time.runDueJobs();
        assertThat(kills.of(pilot)).isEmpty();
        assertThat(limits.of(pilot).get(0).isWatched()).isFalse();
    }

    @Test
    void aLimitThatIsMissedCallsThePilotIntoQuestion() {
        onTheDay(terms("once", Consequence.DEFEND));
        read(59.9);
        assertThat(cases.open(pilot)).containsExactly("defendPilot", "mapAsIs");
        assertThat(kills.current(pilot).orElseThrow().cause().measured()).isEqualTo("59.9");
        assertThat(kills.current(pilot).orElseThrow().cause().agreed()).contains("60");
    }

    @Test
    void aFigureThatNobodyReadsIsNoKeptLimit() {
        onTheDay(terms("once", Consequence.DEFEND));
        Instant over = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        time.moveTo(over.minusSeconds(1));
        assertThat(cases.open(pilot)).containsExactly("checkLimit", "mapAsIs");
        time.moveTo(over.plusSeconds(1));
        assertThat(cases.open(pilot)).containsExactly("defendPilot", "mapAsIs");
        assertThat(kills.current(pilot).orElseThrow().cause().measured()).isNull();
    }

    @Test
    void whereItWasAgreedThePilotStopsWithoutADefence() {
        onTheDay(terms("once", Consequence.STOP));
        read(10);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.open(pilot)).containsExactly("windDown");
    }

    @Test
    void whereItWasAgreedTheUseShrinksAndNothingIsAsked() {
        onTheDay(terms("once", Consequence.SHRINK));
        read(10);
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
        assertThat(kills.of(pilot)).isEmpty();
    }

    @Test
    void aLimitToBeCheckedEveryMonthComesBack() {
        onTheDay(terms("monthly", Consequence.DEFEND));
        read(60);
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
        time.moveBy(Duration.ofDays(25));
        assertThat(cases.open(pilot)).containsExactly("checkLimit", "mapAsIs");
    }

    @Test
    void aReplacedLimitIsNotAskedForAndTheSameOneIsNotAskedTwice() {
        watch(terms("once", Consequence.DEFEND), terms("monthly", Consequence.DEFEND));
        watch(terms("monthly", Consequence.DEFEND));
        time.moveBy(Duration.ofDays(20));
        assertThat(cases.open(pilot)).containsExactly("checkLimit", "mapAsIs");
    }

    @Test
    void aFigureOfTomorrowIsRefused() {
        onTheDay(terms("once", Consequence.DEFEND));
        assertThatThrownBy(() -> cases.complete(
                        pilot, "checkLimit", "finance-partner", Map.of("measured", 60, "readOn", "2090-01-31")))
                .hasStackTraceContaining("pilot.limit.ahead");
    }

    @Test
    void theLimitsOfAnUpheldDefenceAreWatchedLikeTheFirstOnes() {
        kills.open(pilot, new KillCause("Too few use it", null, null, null));
        LocalDate day = today().plusDays(40);
        cases.complete(
                pilot,
                "defendPilot",
                "bu-sponsor",
                Map.of(
                        "decision",
                        "defend",
                        "evidence1_link",
                        "https://example.org/new",
                        "judgeOn",
                        day,
                        "criterion1_comparator",
                        "atLeast",
                        "criterion1_threshold",
                        60,
                        "criterion1_checkedOn",
                        day));
        cases.complete(pilot, "examineDefenceValue", "finance-partner", Map.of());
        cases.complete(pilot, "examineDefenceRisk", "decision-owner", Map.of());
        cases.complete(pilot, "decideDefence", "governance-chair", Map.of("decision", "defended"));
        time.moveBy(Duration.ofDays(40));
        assertThat(cases.open(pilot)).contains("checkLimit");
        read(59);
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
    }

    @Test
    void aFigureThatWasMeasuredBeforeTheDaySparesPeopleTheQuestion() {
        watch(terms("once", Consequence.DEFEND));
        limits.measured(pilot, "habitualShare", new BigDecimal("61"), today());
        assertThat(limits.of(pilot).get(0).measured()).isEqualByComparingTo("61");
        time.moveBy(Duration.ofDays(21));
        assertThat(cases.open(pilot)).containsExactly("mapAsIs");
        assertThat(kills.of(pilot)).isEmpty();
    }

    @Test
    void aFigureThatWasMeasuredBeforeTheDayCountsOnIt() {
        watch(terms("once", Consequence.DEFEND));
        limits.measured(pilot, "habitualShare", new BigDecimal("59"), today());
        assertThat(kills.of(pilot)).isEmpty();
        time.moveBy(Duration.ofDays(21));
        assertThat(cases.open(pilot)).containsExactly("defendPilot", "mapAsIs");
    }

    @Test
    void aMeasurementThatArrivesWhileSomebodyIsAskedDecidesAtOnce() {
        onTheDay(terms("once", Consequence.DEFEND));
        limits.measured(pilot, "habitualShare", new BigDecimal("59"), today());
        time.runDueJobs();
        assertThat(cases.open(pilot)).containsExactly("defendPilot", "mapAsIs");
    }

    @Test
    void aMeasurementBetweenTwoDaysDecidesAtOnceAndOnlyOnce() {
        onTheDay(terms("quarterly", Consequence.DEFEND));
        read(60);
        time.moveBy(Duration.ofDays(10));
        limits.measured(pilot, "habitualShare", new BigDecimal("59"), today());
        time.runDueJobs();
        assertThat(cases.open(pilot)).containsExactly("defendPilot", "mapAsIs");
        cases.complete(
                pilot,
                "defendPilot",
                "bu-sponsor",
                Map.of(
                        "decision",
                        "defend",
                        "evidence1_link",
                        "https://example.org/new",
                        "judgeOn",
                        today().plusDays(300),
                        "criterion1_checkedOn",
                        today().plusDays(300)));
        cases.complete(pilot, "examineDefenceValue", "finance-partner", Map.of());
        cases.complete(pilot, "examineDefenceRisk", "decision-owner", Map.of());
        cases.complete(pilot, "decideDefence", "governance-chair", Map.of("decision", "defended"));
        time.moveBy(Duration.ofDays(85));
        assertThat(kills.of(pilot)).hasSize(1);
        assertThat(limits.of(pilot).get(0).isWatched()).isFalse();
    }

    @Test
    void aFigureOfAnotherMeasureDecidesNothing() {
        onTheDay(terms("once", Consequence.DEFEND));
        limits.measured(pilot, "netValue", BigDecimal.ZERO, today());
        time.runDueJobs();
        assertThat(cases.open(pilot)).containsExactly("checkLimit", "mapAsIs");
    }

    private void onTheDay(Terms terms) {
        watch(terms);
        time.moveBy(Duration.ofDays(20));
        assertThat(cases.open(pilot)).containsExactly("checkLimit", "mapAsIs");
    }

    private void watch(Terms... terms) {
        limits.watch(pilot, Agreement.MONEY_CASE, List.of(terms));
        time.runDueJobs();
    }

    private Terms terms(String again, Consequence consequence) {
        return terms(again, consequence, 20);
    }

    private Terms terms(String again, Consequence consequence, int days) {
        return new Terms(
                "habitualShare",
                "atLeast",
                new BigDecimal("60"),
                today().plusDays(days),
                again,
                "Usage report",
                Role.FINANCE_PARTNER,
                Role.BU_SPONSOR,
                consequence);
    }

    private void read(double figure) {
        cases.complete(pilot, "checkLimit", "finance-partner", Map.of("measured", figure, "readOn", today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    }
}
