package io.pilotage.rollout;

import io.pilotage.workflow.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** The rings of a pilot, the one it stands in, and the only ways from one to another. */
@Table("ring_plan")
public class RingPlan {

    @Id
    private final String pilotKey;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY)
    private final RingLimits limits;

    @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
    private final List<Ring> rings;

    private int currentRing;
    private @Nullable Instant openedAt;
    private @Nullable Instant dwellEndsAt;

    @Version
    private @Nullable Integer version;

    RingPlan(String pilotKey, RingLimits limits, List<Ring> rings) {
        this.pilotKey = pilotKey;
        this.limits = limits;
        this.rings = List.copyOf(rings);
    }

    /**
     * A plan that begins at ring 0; a plan made before is replaced.
     *
     * @param intended how many people the roster means to use it, 0 where nobody declared one
     * @throws Refused when there is no ring, when rings shrink, when a ring would be rolled back before it is held, when
     *     the last ring leaves out people who are meant to use it, or when the override band is upside down
     */
    static RingPlan of(String pilotKey, RingLimits limits, List<Ring> rings, int intended, @Nullable RingPlan before) {
        if (rings.isEmpty()) {
            throw new Refused("rollout.plan.noRing");
        }
        for (int i = 0; i < rings.size(); i++) {
            if (rings.get(i).rollbackIncidents() <= rings.get(i).holdIncidents()) {
                throw new Refused("rollout.plan.rollbackBeforeHold", i);
            }
            if (i > 0 && rings.get(i).users() < rings.get(i - 1).users()) {
                throw new Refused("rollout.plan.shrinking", i);
            }
        }
        int reached = rings.get(rings.size() - 1).users();
        if (reached < intended) {
            throw new Refused("rollout.plan.notEverybody", reached, intended);
        }
        if (limits.isBandUpsideDown()) {
            throw new Refused("rollout.plan.band");
        }
        RingPlan plan = new RingPlan(pilotKey, limits, rings);
        plan.version = before == null ? null : before.version;
        return plan;
    }

    /** Opens the current ring; its dwell, also a further one after a hold, counts from here. */
    void open(Instant at) {
        openedAt = at;
        dwellEndsAt = at.plus(Duration.ofDays(ring().dwellDays()));
    }

    /** Makes the next ring the current one; the last ring has none. */
    boolean advance() {
        if (isLastRing()) {
            return false;
        }
        currentRing++;
        openedAt = null;
        dwellEndsAt = null;
        return true;
    }

    /** Makes the previous ring the current one; from ring 0 it begins there again. */
    void stepBack() {
        currentRing = Math.max(0, currentRing - 1);
        openedAt = null;
        dwellEndsAt = null;
    }

    /** The ring the pilot stands in. */
    public Ring ring() {
        return rings.get(currentRing);
    }

    public boolean isLastRing() {
        return currentRing == rings.size() - 1;
    }

    Thresholds thresholds() {
        return new Thresholds(ring(), limits);
    }

    public String pilotKey() {
        return pilotKey;
    }

    public RingLimits limits() {
        return limits;
    }

    public List<Ring> rings() {
        return rings;
    }

    /** Number of the current ring, from 0. */
    public int currentRing() {
        return currentRing;
    }

    /** When the current dwell began, or null while the ring is not open. */
    public @Nullable Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant dwellEndsAt() {
        return dwellEndsAt;
    }
}
