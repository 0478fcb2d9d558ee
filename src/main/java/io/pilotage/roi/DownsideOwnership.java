package io.pilotage.roi;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * After the third rework: who takes the risk by name, so that one more test is not the answer for ever.
 *
 * @param amount largest loss a year the person takes, in the pilot's currency
 */
@Table("downside_ownership")
public record DownsideOwnership(
        @Id String pilotKey,
        String owner,
        BigDecimal amount,
        LocalDate ownedUntil,
        String grounds,
        String decidedBy,
        @Version @Nullable Integer version) {

    /** @throws Refused when the date has passed */
    DownsideOwnership plausibleOn(LocalDate today) {
        if (ownedUntil.isBefore(today)) {
            throw new Refused("roi.date.past", ownedUntil);
        }
        return this;
    }

    /** Whether somebody takes a loss of this size today. */
    boolean covers(BigDecimal loss, LocalDate today) {
        return !ownedUntil.isBefore(today) && loss.compareTo(amount) <= 0;
    }
}
