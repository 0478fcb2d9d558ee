package io.pilotage.roi;

import io.pilotage.pilot.DelayCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A day of waiting costs a day of the benefit that was sealed: the likely figure of the year (P50) over its days. */
@Component
class SealedDelayCost implements DelayCost {

    private static final BigDecimal DAYS_OF_A_YEAR = new BigDecimal(365);

    private final MoneyCaseSealing sealing;

    SealedDelayCost(MoneyCaseSealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Optional<BigDecimal> perDay(String pilotKey) {
        return sealing.signed(pilotKey)
                .or(() -> sealing.latest(pilotKey))
                .map(seal -> seal.figures().p50().divide(DAYS_OF_A_YEAR, 2, RoundingMode.HALF_UP));
    }
}
