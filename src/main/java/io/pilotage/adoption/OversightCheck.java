package io.pilotage.adoption;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Whether people still look closely: planted errors they found, and who overrides never or nearly always.
 *
 * @param bandFrom lower end of the override band in percent, when none was agreed before
 * @param reviewSeconds median seconds a person looked at a case
 */
@Table("oversight_check")
public record OversightCheck(
        @Id String periodId,
        String pilotKey,
        @Nullable BigDecimal bandFrom,
        @Nullable BigDecimal bandTo,
        int planted,
        int found,
        int reviewers,
        int reviewSeconds,
        int neverOverride,
        int mostlyOverride,
        String verdict,
        String explanation,
        Instant notedAt,
        @Version @Nullable Integer version) {

    /** @throws Refused when the counts contradict each other or the band is upside down */
    OversightCheck checked() {
        if (found > planted || (long) neverOverride + mostlyOverride > reviewers) {
            throw new Refused("adoption.oversight.counts");
        }
        if (bandFrom != null && bandTo != null && bandFrom.compareTo(bandTo) > 0) {
            throw new Refused("adoption.oversight.band");
        }
        return this;
    }

    Optional<OverrideBand> band() {
        return bandFrom == null || bandTo == null ? Optional.empty() : Optional.of(new OverrideBand(bandFrom, bandTo));
    }
}
