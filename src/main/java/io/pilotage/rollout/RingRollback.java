package io.pilotage.rollout;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A ring was taken back: what happened, and what must change before it is tried again. */
@Table("ring_rollback")
public record RingRollback(
        @Id String id,
        String pilotKey,
        int ring,
        LocalDate rolledBackOn,
        String cause,
        String what,
        String mending,
        String actor,
        Instant notedAt,
        @Version @Nullable Integer version) {}
