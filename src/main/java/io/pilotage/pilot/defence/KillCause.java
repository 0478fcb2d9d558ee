package io.pilotage.pilot.defence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * Why a pilot is called into question.
 *
 * @param reason one sentence that a sponsor understands
 * @param agreed the limit agreed beforehand, if there was one
 * @param measured what was measured instead
 * @param since the day since when it is so
 */
public record KillCause(
        @Column("reason") String reason,
        @Column("agreed") @Nullable String agreed,
        @Column("measured") @Nullable String measured,
        @Column("since") @Nullable LocalDate since) {}
