package io.pilotage.roi;

import io.pilotage.roi.RoiCondition.Finding;
import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The chair's permission to go on with an estimated baseline; it ends by itself. */
@Table("estimate_permit")
public record EstimatePermit(
        @Id String pilotKey,
        String grantedBy,
        String reason,
        LocalDate expiresOn,
        Instant grantedAt,
        @Version @Nullable Integer version) {

    /** Days after which a permission has ended at the latest. */
    static final int LONGEST = 60;

    /** @throws Refused when the date has passed or lies further away than a permission may last */
    public static EstimatePermit until(LocalDate day, String pilotKey, String by, String reason, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (day.isBefore(today)) {
            throw new Refused("roi.date.past", day);
        }
        if (day.isAfter(today.plusDays(LONGEST))) {
            throw new Refused("roi.permit.tooLong", LONGEST);
        }
        return new EstimatePermit(pilotKey, by, reason, day, at, null);
    }

    /** What is still owed when the money case is signed with an estimate; the point is the key of a message. */
    Finding finding() {
        return new Finding("roi.condition.measureBaseline", "high", expiresOn, grantedBy);
    }

    boolean isInForceOn(LocalDate today) {
        return !expiresOn.isBefore(today);
    }

    EstimatePermit replacing(@Nullable EstimatePermit earlier) {
        return new EstimatePermit(
                pilotKey, grantedBy, reason, expiresOn, grantedAt, earlier == null ? null : earlier.version);
    }
}
