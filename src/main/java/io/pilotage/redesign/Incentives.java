package io.pilotage.redesign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Targets, bonuses and scores that reward the old way, and what is decided on each (R93).
 *
 * @param checked what was looked at, where nothing works against the use
 */
@Table("incentives")
public record Incentives(
        @Id String pilotKey,
        @Nullable String checked,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<Conflict> conflicts,

        @Version @Nullable Integer version) {

    /** One target, bonus or score that works against the use. */
    @Table("incentive_conflict")
    public record Conflict(
            String name,
            String kind,
            String conflict,
            String resolution,
            @Column("remedy") @Nullable String change,
            @Nullable LocalDate effectiveOn,
            @Nullable String acceptedBy) {

        /** Whether it stays as it is, with the consent of the sponsor's superior. */
        public boolean isAccepted() {
            return resolution.equals("accepted");
        }
    }

    /** Whether every conflict is changed or accepted. */
    public boolean areSettled() {
        return conflicts.stream().noneMatch(conflict -> conflict.resolution().equals("open"));
    }
}
