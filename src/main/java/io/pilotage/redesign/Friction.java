package io.pilotage.redesign;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the new way costs the people who work it (R94), watched with real users.
 *
 * @param answer what is done about it, where it costs more time than before
 * @param authorityRole role that decides less than before
 */
@Table("friction")
public record Friction(
        @Id String pilotKey,
        BigDecimal minutesBefore,
        BigDecimal minutesAfter,
        @Nullable Integer extraClicks,
        @Nullable String answer,
        @Nullable String authorityRole,
        @Version @Nullable Integer version) {}
