package io.pilotage.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Somebody or something saw that a limit was broken at which the ring must be rolled back. */
@Table("threshold_breach")
public record ThresholdBreach(
        @Id String id,
        String pilotKey,
        @Nullable Integer ring,
        String what,
        String reporter,
        Instant reportedAt,
        @Version @Nullable Integer version) {}
