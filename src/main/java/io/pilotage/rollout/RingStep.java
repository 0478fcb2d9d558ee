package io.pilotage.rollout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One thing that happened to a ring; together they tell how the pilot reached its users. */
@Table("ring_step")
public record RingStep(
        @Id String id,
        String pilotKey,
        int position,
        int ring,
        Kind kind,
        Instant happenedAt,
        @Version @Nullable Integer version) {

    /** What can happen to a ring. */
    public enum Kind {
        OPENED,
        HELD,
        /** Nobody reviewed it in time; nothing is promoted by silence. */
        HELD_FOR_SILENCE,
        PROMOTED,
        ROLLED_BACK,
        /** Taken back because nobody measured the use, or because the sponsor decided so. */
        SHRUNK,
        /** Extended by the sponsor when the use had proven itself. */
        EXPANDED
    }

    static RingStep of(RingPlan plan, int position, Kind kind, Instant at) {
        return new RingStep(
                UUID.randomUUID().toString(), plan.pilotKey(), position, plan.currentRing(), kind, at, null);
    }
}
