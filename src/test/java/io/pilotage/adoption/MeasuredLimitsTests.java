package io.pilotage.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.identity.Role;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.pilot.defence.Terms;
import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import io.pilotage.pilot.defence.WatchedLimit.Consequence;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a period measured is held against the agreed limits by the engine, without anybody having to be brave. */
@PilotageTest
class MeasuredLimitsTests {

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    Agreements agreements;

    @Autowired
    LimitWatch limits;

    @Autowired
    KillOrDefend kills;

    /** 8,000 less 8 in 90 days is 32,412 a year; 60 of 100 use it by habit; 800 of 1,000 suggestions were followed. */
    @ParameterizedTest
    @CsvSource({
        "netValue, atLeast, 32000, false",
        "netValue, atLeast, 33000, true",
        "grossValue, atMost, 33000, false",
        "habitualShare, atLeast, 61, true",
        "followedShare, atLeast, 80, false",
        "overrideShare, atMost, 10, true",
        "unitCost, atMost, 0.008, false",
        "unitCost, atMost, 0.0079, true"
    })
    void aMeasuredPeriodDecidesByItself(String metric, String comparator, BigDecimal threshold, boolean missed) {
        String pilot = new AdoptionCases(cases, time, agreements).inUse(Cases.LOW);
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        limits.watch(
                pilot,
                Agreement.MONEY_CASE,
                List.of(new Terms(
                        metric,
                        comparator,
                        threshold,
                        today.plusDays(90),
                        "once",
                        "Value ledger",
                        Role.FINANCE_PARTNER,
                        Role.BU_SPONSOR,
                        Consequence.DEFEND)));
        time.moveBy(AdoptionCases.PERIOD);
        assertThat(cases.open(pilot)).contains("checkLimit");
        new AdoptionCases(cases, time, agreements).measure(pilot, 60, "happening", 8000);
        time.runDueJobs();
        assertThat(kills.current(pilot).isPresent()).isEqualTo(missed);
        assertThat(cases.open(pilot)).doesNotContain("checkLimit");
    }
}
