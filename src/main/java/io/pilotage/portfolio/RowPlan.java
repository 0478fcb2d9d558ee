package io.pilotage.portfolio;

import io.pilotage.pilot.Inventory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row.
 *
 * @param entry what the registry would be told; null when the row cannot be brought in
 * @param words what the inventory says beyond the registry's own fields
 */
record RowPlan(@Nullable Inventory entry, InventoryWords words, List<RowProblem> problems) {

    boolean isRefused() {
        return entry == null;
    }
}
