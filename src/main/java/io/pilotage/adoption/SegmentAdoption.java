package io.pilotage.adoption;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far one group of users has adopted the pilot, all rings together.
 *
 * @param intended everybody of the group who is meant to use it
 * @param habitual those for whom it is a habit
 * @param target percent of the intended users that was declared
 */
public record SegmentAdoption(String name, long intended, long habitual, BigDecimal target) {

    public boolean isReached() {
        return Percent.isAtLeast(habitual, intended, target);
    }

    /** Percent of the intended users, rounded down; null when nobody is meant to use it. */
    public @Nullable BigDecimal share() {
        return Percent.of(habitual, intended);
    }
}
