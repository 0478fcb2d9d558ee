package io.pilotage.pilot.retirement;

import java.math.BigDecimal;
import org.springframework.data.relational.core.mapping.Column;

/** What the pilot brought and cost in the end; measured and asserted values are never mixed. */
public record FinalValue(
        @Column("realised_value") BigDecimal realisedValue,
        @Column("total_cost") BigDecimal totalCost,
        @Column("basis") String basis,
        @Column("explanation") String explanation) {

    /** What is left when the cost is taken off. */
    public BigDecimal net() {
        return realisedValue.subtract(totalCost);
    }
}
