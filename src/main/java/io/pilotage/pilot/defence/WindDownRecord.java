package io.pilotage.pilot.defence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** What is left of a pilot that was stopped: how long its records are kept, and what others can learn. */
@Table("wind_down")
public record WindDownRecord(
        @Id String pilotKey,
        LocalDate endedOn,
        LocalDate recordsKeptUntil,
        @Nullable String lessons,
        @Version @Nullable Integer version) {}
