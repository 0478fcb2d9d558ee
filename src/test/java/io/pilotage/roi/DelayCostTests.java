package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.reopening.Finality;
import io.pilotage.pilot.reopening.Loop;
import io.pilotage.pilot.reopening.Question;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A day of waiting costs a day of the benefit that was sealed. */
@PilotageTest
class DelayCostTests {

    @Autowired
    Cases cases;

    @Autowired
    Finality finality;

    @Autowired
    MoneyCaseSealing sealing;

    @Autowired
    TimeMachine time;

    @Test
    void aLoopCostsTheSealedBenefitOfItsDays() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go"));
        cases.complete(pilot, "stateMoneyCase", "bu-sponsor", MoneyAnswers.moneyCase());
        BigDecimal likely = sealing.latest(pilot).orElseThrow().figures().p50();
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        Loop asked = finality.ask(
                pilot,
                Gate.G1,
                new Question("test", "Is it true?", "New figures", today, "data-owner", "data-owner", "data-owner"));
        time.moveBy(Duration.ofDays(10).minusHours(1));
        BigDecimal tenDays =
                likely.multiply(BigDecimal.TEN).divide(new BigDecimal(365), 0, java.math.RoundingMode.HALF_UP);
        assertThat(asked.days(time.now())).isEqualTo(10);
        assertThat(asked.cost(time.now()).orElseThrow())
                .isCloseTo(tenDays, org.assertj.core.data.Offset.offset(BigDecimal.ONE));
    }
}
