package io.pilotage.discovery;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The money and the time-box that a signer of the charter, or all of them together, grant.
 *
 * @param roleGroup group in whose name it is granted
 * @param amount in the pilot's currency
 * @param grantedUntil last day of the time-box
 */
@Table("charter_grant")
public record CharterGrant(
        @Id String id,
        String pilotKey,
        String roleGroup,
        BigDecimal amount,
        LocalDate grantedUntil,
        @Version @Nullable Integer version) {

    /** What somebody grants in the name of a role; each role has one word, the last one. */
    public static CharterGrant of(String pilotKey, String roleGroup, BigDecimal amount, LocalDate until) {
        return new CharterGrant(pilotKey + "/" + roleGroup, pilotKey, roleGroup, amount, until, null);
    }

    /** The same in the place of what the role said before. */
    CharterGrant inPlaceOf(@Nullable CharterGrant before) {
        return new CharterGrant(id, pilotKey, roleGroup, amount, grantedUntil, before == null ? null : before.version);
    }

    /** What both grant: the lesser amount and the nearer day. */
    CharterGrant and(CharterGrant other) {
        return new CharterGrant(
                id,
                pilotKey,
                roleGroup,
                amount.min(other.amount),
                grantedUntil.isBefore(other.grantedUntil) ? grantedUntil : other.grantedUntil,
                version);
    }
}
