package io.pilotage.roi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotage.roi.CostLine.Behaviour;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * The energy that running a pilot takes and what it costs; no price means that another line pays for it.
 *
 * @param kwh kilowatt hours a year, per case, or a year for each step that has begun
 * @param kwhPerCase kilowatt hours of one case on top, asked for before {@code behaviour} was
 * @param price of one kilowatt hour, in the pilot's currency
 * @param behaviour null when it was stated before this was asked, and then {@code kwh} is per year
 * @param stepSize cases a year in one step; only for energy that rises in steps
 * @param subsidy money a year that the pilot gets for free of it today; null when nothing
 */
public record Energy(
        @Column("energy_kwh") @Nullable BigDecimal kwh,
        @Column("energy_kwh_per_case") @Nullable BigDecimal kwhPerCase,
        @Column("energy_price") @Nullable BigDecimal price,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Column("energy_behaviour") @Nullable Behaviour behaviour,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Column("energy_step_size") @Nullable BigDecimal stepSize,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Column("energy_driver") @Nullable String driver,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Column("energy_subsidy") @Nullable BigDecimal subsidy) {

    /** No energy that anybody speaks of. */
    static final Energy NONE = new Energy(null, null, null, null, null, null, null);

    /** The way it follows the number of cases. */
    public Behaviour way() {
        return Objects.requireNonNullElse(behaviour, Behaviour.FIXED);
    }

    /** Cost a year for so many cases a year. */
    BigDecimal perYear(BigDecimal volume) {
        return amount().multiply(way().times(volume, stepSize)).add(perCase().multiply(volume));
    }

    /** Cost per year, per case or per step, as it behaves. */
    BigDecimal amount() {
        return orZero(kwh).multiply(orZero(price));
    }

    BigDecimal perCase() {
        return orZero(kwhPerCase).multiply(orZero(price));
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return Objects.requireNonNullElse(amount, BigDecimal.ZERO);
    }
}
