package io.pilotage.redesign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Who learns what, and how many of the first users have shown in real cases that they can.
 *
 * @param passMark share of cases, in percent, that a person must solve correctly
 * @param neededShare share of the first users, in percent, that must pass
 */
@Table("training_plan")
public record TrainingPlan(
        @Id String pilotKey,
        int passMark,
        int neededShare,
        int firstUsers,
        int passed,
        String champions,
        String helpDesk,
        String literacyRecord,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<Unit> units,

        @Version @Nullable Integer version) {

    /** What one role learns. */
    @Table("training_unit")
    public record Unit(String role, int minutes, String content, LocalDate readyOn) {}

    /** Whether enough of the first users passed. */
    public boolean isReady() {
        return firstUsers > 0 && 100L * passed >= (long) neededShare * firstUsers;
    }
}
