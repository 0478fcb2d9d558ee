package io.pilotage.adoption;

import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** Who used the pilot in a period, by segment and ring, and how often its advice was followed. */
@Table("adoption_telemetry")
public record Telemetry(
        @Id String periodId,
        String pilotKey,
        String source,
        LocalDate asOf,
        String freshness,

        @MappedCollection(idColumn = "period_id", keyColumn = "position")
        List<SegmentUse> segments,

        String analyst,
        Instant notedAt,
        @Version @Nullable Integer version) {

    /** @throws Refused when counts contradict each other or a group of one ring is named twice */
    Telemetry checked() {
        Set<String> seen = new HashSet<>();
        for (SegmentUse segment : segments) {
            segment.check();
            if (!seen.add(segment.name().strip() + "/" + segment.ring())) {
                throw new Refused("adoption.telemetry.twice", segment.name());
            }
        }
        return this;
    }

    /** Whether people neither wave everything through nor override everything, of the cases they looked at. */
    boolean keeps(OverrideBand band) {
        long overridden = segments.stream().mapToLong(SegmentUse::overridden).sum();
        long looked =
                overridden + segments.stream().mapToLong(SegmentUse::followed).sum();
        return band.contains(overridden, looked);
    }
}
