package io.pilotage.rollout;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** What users were told in plain words before something changed for them (R101). */
@Table("change_notice")
public record ChangeNotice(
        @Id String id,
        String pilotKey,
        int ring,
        String novelty,
        String notice,
        String contact,
        LocalDate sentOn,
        String sender,
        Instant notedAt,
        @Version @Nullable Integer version) {}
