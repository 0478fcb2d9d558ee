package io.pilotage.discovery;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** The conditions the demonstration ran under (R71), and each difference to production with an owner (R6). */
@Table("demo_disclosure")
public record DemoDisclosure(
        @Id String pilotKey,
        String dataMode,
        @Nullable BigDecimal sanitisationDays,
        @Nullable String excludedCases,
        String dependenciesAbsent,
        String supportGiven,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<ProductionDelta> deltas,

        @Version @Nullable Integer version) {

    /** One difference between pilot and production. */
    @Table("production_delta")
    public record ProductionDelta(String kind, String owner, String pilot, String production) {}
}
