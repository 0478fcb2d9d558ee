package io.pilotage.discovery;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** Whether the data exist and may be used (R106), and where each workload would run and why (R50, R53). */
@Table("feasibility_sketch")
public record FeasibilitySketch(
        @Id String pilotKey,
        String feasible,
        @Nullable String conditions,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<DataSource> sources,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<Workload> workloads,

        @Version @Nullable Integer version) {

    /** One source of data, its owner, and the right to use it. */
    @Table("data_source")
    public record DataSource(
            String name,
            String owner,
            String rights,
            String freshness,
            String access,
            @Nullable LocalDate accessBy) {}

    /**
     * One workload with the place it would run in.
     *
     * @param reason empty where nobody gave one
     */
    @Table("workload")
    public record Workload(String name, String placement, String reason) {

        /** Whether its place was chosen by habit: nobody says why there (R53). */
        boolean isByHabit() {
            return reason.isBlank();
        }
    }
}
