package io.pilotage.roi;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cost that begins anew with every so many cases a year.
 *
 * @param amountTimesSixty sixty times what one step costs a year, so that minutes need no division
 * @param size cases a year in one step
 */
record CostStep(BigDecimal amountTimesSixty, BigDecimal size) {

    static CostStep of(BigDecimal amountTimesSixty, @Nullable BigDecimal size) {
        return new CostStep(amountTimesSixty, Objects.requireNonNullElse(size, BigDecimal.ONE));
    }
}
