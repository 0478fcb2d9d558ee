package io.pilotage.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Whether operations accepted the run at gate G5, and who owns it from then on. */
@Table("production_acceptance")
public record ProductionAcceptance(
        @Id String pilotKey,
        boolean accepted,
        @Nullable String owner,
        String actor,
        Instant decidedAt,
        @Version @Nullable Integer version) {}
