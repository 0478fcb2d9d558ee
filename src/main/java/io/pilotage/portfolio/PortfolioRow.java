package io.pilotage.portfolio;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pilot in a list.
 *
 * @param tier code, or null when the risk questions are unanswered
 * @param sponsor login name, or null when nobody is named
 * @param waits what waits on the case, most urgent first
 */
public record PortfolioRow(
        String key,
        String title,
        @Nullable String unit,
        @Nullable String regions,
        Phase phase,
        Instant phaseSince,
        PilotStatus status,
        @Nullable String tier,
        @Nullable StallReason stallReason,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable LocalDate timeBoxUntil,
        @Nullable String sponsor,
        List<LateTask> waits) {

    /** Whole days since the pilot entered its phase. */
    public long daysInPhase(Instant now) {
        return Duration.between(phaseSince, now).toDays();
    }

    PortfolioRow with(@Nullable String newSponsor, List<LateTask> newWaits) {
        return new PortfolioRow(
                key,
                title,
                unit,
                regions,
                phase,
                phaseSince,
                status,
                tier,
                stallReason,
                amount,
                currency,
                timeBoxUntil,
                newSponsor,
                newWaits);
    }
}
