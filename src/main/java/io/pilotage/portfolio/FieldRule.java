package io.pilotage.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a registry field comes from.
 *
 * @param columns joined by " / " when there are several
 * @param words what the cells' words mean; empty to take them as they are
 * @param always a value that holds for every entry of this inventory, instead of columns
 */
record FieldRule(
        List<String> columns, Words words, @Nullable String always) {}
