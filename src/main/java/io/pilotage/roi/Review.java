package io.pilotage.roi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotage.roi.CostLine.Behaviour;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * How checking by people follows the number of cases; the minutes and the price of an hour stand with the cost.
 *
 * @param behaviour null when it was stated before this was asked, and then it is per case
 * @param stepSize cases a year in one step; only for checking that rises in steps
 * @param subsidy money a year that the pilot gets for free of it today; null when nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
        @Column("review_behaviour") @Nullable Behaviour behaviour,
        @Column("review_step_size") @Nullable BigDecimal stepSize,
        @Column("review_driver") @Nullable String driver,
        @Column("review_subsidy") @Nullable BigDecimal subsidy) {

    /** Checking per case, as it was before anything else was asked. */
    static final Review PER_CASE = new Review(null, null, null, null);

    /** The way it follows the number of cases. */
    public Behaviour way() {
        return Objects.requireNonNullElse(behaviour, Behaviour.PER_UNIT);
    }

    BigDecimal times(BigDecimal volume) {
        return way().times(volume, stepSize);
    }
}
