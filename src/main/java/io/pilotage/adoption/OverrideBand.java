package io.pilotage.adoption;

import java.math.BigDecimal;

/** The agreed share of cases, in percent, in which people decide otherwise than advised. */
public record OverrideBand(BigDecimal from, BigDecimal to) {

    boolean contains(long overridden, long looked) {
        return Percent.isAtLeast(overridden, looked, from) && Percent.isAtMost(overridden, looked, to);
    }
}
