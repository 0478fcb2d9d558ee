package io.pilotage.rollout;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One ring of users and the thresholds at which it is promoted, held or rolled back.
 *
 * @param region code of the region whose law counts
 * @param users people who may use the pilot once the ring is open, earlier rings included
 * @param dwellDays calendar days the ring stays open at least until its review is due
 * @param promoteUse percent of each user group that must use it before the ring is promoted
 * @param holdIncidents up to this number the ring may be promoted
 * @param rollbackIncidents from this number on the ring must be rolled back
 */
@Table("rollout_ring")
public record Ring(
        String scope,
        String region,
        int users,
        LocalDate startOn,
        int dwellDays,
        BigDecimal promoteUse,
        int holdIncidents,
        int rollbackIncidents) {}
