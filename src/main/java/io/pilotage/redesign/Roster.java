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
 * Who is meant to use the pilot, by user group (R45); adoption is measured against this list and nothing else.
 *
 * @param population everybody who does the work today
 * @param excluded how many of them are not meant to use it
 */
@Table("roster")
public record Roster(
        @Id String pilotKey,
        int population,
        @Column("left_out") int excluded,
        @Nullable String exclusionReason,
        @Nullable String source,
        @Nullable LocalDate asOf,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<Segment> segments,

        @Version @Nullable Integer version) {

    private static final int ENOUGH_IN_A_DRY_RUN = 5;

    /**
     * One user group.
     *
     * @param target share of its people, in percent, who should use the pilot regularly
     */
    @Table("roster_segment")
    public record Segment(String name, int people, String members, String expectedUse, int target) {}

    /** How many people are meant to use the pilot. */
    public int intended() {
        return segments.stream().mapToInt(Segment::people).sum();
    }

    /** Whether somebody is meant to use it and everybody is accounted for. */
    public boolean isComplete() {
        return intended() > 0 && intended() + excluded == population;
    }

    /** How many users a dry run needs: five, or a tenth of those intended where that is fewer. */
    public int participantsNeeded() {
        return Math.min(ENOUGH_IN_A_DRY_RUN, (intended() + 9) / 10);
    }
}
