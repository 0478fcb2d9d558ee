package io.pilotage.roi;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * The energy that running a pilot takes and what it costs; no price means that another line pays for it.
 *
 * @param kwhPerYear kilowatt hours a year that do not depend on the number of cases
 * @param kwhPerCase kilowatt hours of one case
 * @param price of one kilowatt hour, in the pilot's currency
 */
public record Energy(
        @Column("energy_kwh") @Nullable BigDecimal kwhPerYear,
        @Column("energy_kwh_per_case") @Nullable BigDecimal kwhPerCase,
        @Column("energy_price") @Nullable BigDecimal price) {

    BigDecimal perYear() {
        return orZero(kwhPerYear).multiply(orZero(price));
    }

    BigDecimal perCase() {
        return orZero(kwhPerCase).multiply(orZero(price));
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return Objects.requireNonNullElse(amount, BigDecimal.ZERO);
    }
}
