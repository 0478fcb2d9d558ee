package io.pilotage.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mapping by name.
 *
 * @param changedBy null for one that the product ships
 */
public record StoredMapping(
        String name,
        String text,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    public boolean isShipped() {
        return changedBy == null;
    }
}
