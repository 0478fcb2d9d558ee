package io.pilotage.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.roi.MoneyCaseSigned;
import io.pilotage.roi.SealedFigures;
import io.pilotage.testing.PilotageTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@PilotageTest
class SealedPromisesTests {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Agreements agreements;

    @Test
    void theMoneyCaseSignedLastIsThePromise() {
        String pilot = "P-" + UUID.randomUUID().toString().substring(0, 8);
        events.publishEvent(signed(pilot, 100));
        events.publishEvent(signed(pilot, 200));
        MoneyPromise promise = agreements.promise(pilot).orElseThrow();
        assertThat(promise.p10()).isEqualByComparingTo("200");
        assertThat(promise.costPerYear()).isEqualByComparingTo("40");
        assertThat(promise.rampMonths()).isEqualTo(6);
    }

    private static MoneyCaseSigned signed(String pilot, int p10) {
        BigDecimal any = BigDecimal.TEN;
        SealedFigures figures = new SealedFigures(
                BigDecimal.valueOf(p10),
                BigDecimal.valueOf(300),
                BigDecimal.valueOf(400),
                any,
                60,
                6,
                BigDecimal.valueOf(40),
                any,
                any,
                any,
                null);
        return new MoneyCaseSigned(
                pilot, "hash", figures, List.of(), List.of("finance-partner"), Instant.parse("2026-03-02T10:00:00Z"));
    }
}
