package io.pilotage.adoption;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** What people answered to a few questions about trust (R102), and what keeps them from using it first. */
@Table("trust_pulse")
public record TrustPulse(
        @Id String periodId,
        String pilotKey,

        @MappedCollection(idColumn = "period_id", keyColumn = "position")
        List<TrustSegment> segments,

        @Nullable String voices,
        Instant notedAt,
        @Version @Nullable Integer version) {

    /**
     * One group of users; means of answers from 1 (not at all) to 5 (fully).
     *
     * @param barrier the first of awareness, desire, knowledge, ability, reinforcement that is missing, or none
     */
    @Table("trust_segment")
    public record TrustSegment(
            String name,
            int asked,
            int answered,
            BigDecimal trust,
            BigDecimal judgement,
            BigDecimal effort,
            BigDecimal voice,
            String barrier) {}

    /** @throws Refused when more people answered than were asked */
    TrustPulse checked() {
        segments.stream()
                .filter(segment -> segment.answered() > segment.asked())
                .findFirst()
                .ifPresent(segment -> {
                    throw new Refused("adoption.pulse.answers", segment.name());
                });
        return this;
    }
}
