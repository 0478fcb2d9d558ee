package io.pilotage.governance;

import io.pilotage.pilot.StallReason;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** The risk that remains, in business language, and whether the person asked took it by name (R114). */
@Table("residual_risk")
public record ResidualRisk(
        @Id String pilotKey,
        boolean owned,
        String person,
        @Nullable String statement,
        @Nullable String worstCase,
        @Nullable LocalDate reviewOn,
        @Nullable StallReason stallReason,
        @Nullable String reason,
        Instant answeredAt)
        implements Assessment {}
