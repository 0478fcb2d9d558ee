package io.pilotage.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an inventory says of an entry in its own words, beyond the fields that the registry asks for.
 *
 * @param stage the stage as it is written there
 * @param purpose intended purpose and expected benefits
 */
public record InventoryWords(
        @Nullable String stage,
        @Nullable String purpose,
        @Nullable String outputs,
        @Nullable LocalDate initiated,
        @Nullable LocalDate developmentBegan,
        @Nullable LocalDate implemented,
        @Nullable LocalDate retired) {}
