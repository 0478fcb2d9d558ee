package io.pilotage.rollout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What happened in a ring and what its reviewer decided: {@code promote}, {@code hold} or {@code rollback}.
 *
 * @param reasonCode code of the stall taxonomy (R5), null for a promotion
 */
@Table("ring_review")
public record RingReview(
        @Id String id,
        String pilotKey,
        int ring,
        @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY) RingFigures figures,

        @MappedCollection(idColumn = "review_id", keyColumn = "position")
        List<SegmentUse> segments,

        String decision,
        @Nullable String reasonCode,
        @Nullable String reason,
        String reviewer,
        Instant reviewedAt,
        @Version @Nullable Integer version) {

    /**
     * How much one group of users uses it in this ring.
     *
     * @param share percent of those in the ring who are meant to
     */
    @Table("ring_segment")
    public record SegmentUse(String name, BigDecimal share) {}

    public boolean isPromotion() {
        return decision.equals("promote");
    }
}
