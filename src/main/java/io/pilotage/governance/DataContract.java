package io.pilotage.governance;

import java.math.BigDecimal;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the data must hold in production, and what happens when they do not; asked for at every review of a ring.
 *
 * @param freshnessHours oldest age of the data, in hours
 * @param coverage smallest share of complete cases, in percent
 * @param quality smallest share of values that pass the check, in percent
 * @param breachAction {@code stop}, {@code fallBack} or {@code warn}
 */
@Table("data_contract")
public record DataContract(
        @Id String pilotKey,
        String provenance,
        String representativeness,
        BigDecimal freshnessHours,
        BigDecimal coverage,
        BigDecimal quality,
        String qualityMeasure,
        String breachAction,
        String contractOwner,
        String liveFeed,
        String durability)
        implements Assessment {}
