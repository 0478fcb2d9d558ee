package io.pilotage.roi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One line of running cost at full price.
 *
 * @param amount per year, per case, or per year for each step that has begun
 * @param stepSize cases a year in one step; only for a cost that rises in steps
 * @param subsidy money a year that the pilot gets for free of it today; null when nothing
 */
@Table("cost_line")
public record CostLine(
        CostKind kind,
        Behaviour behaviour,
        BigDecimal amount,
        @Nullable BigDecimal stepSize,
        String driver,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal subsidy) {

    /** How a cost follows the number of cases. */
    public enum Behaviour {
        @JsonProperty("fixed")
        FIXED,
        @JsonProperty("perUnit")
        PER_UNIT,
        @JsonProperty("step")
        STEP,
        @JsonProperty("none")
        NONE;

        /** How many times an amount is due for so many cases a year. @param stepSize cases in one step */
        BigDecimal times(BigDecimal volume, @Nullable BigDecimal stepSize) {
            return switch (this) {
                case FIXED -> BigDecimal.ONE;
                case PER_UNIT -> volume;
                case STEP -> stepSize == null ? volume : volume.divide(stepSize, 0, RoundingMode.CEILING);
                case NONE -> BigDecimal.ZERO;
            };
        }

        /** @throws Refused when a cost rises in steps and nobody says how many cases one step holds */
        void check(@Nullable BigDecimal stepSize) {
            if (this == STEP && (stepSize == null || stepSize.signum() <= 0)) {
                throw new Refused("roi.cost.stepSize");
            }
        }
    }

    public CostLine {
        behaviour.check(stepSize);
    }

    /** Cost a year for so many cases a year. */
    public BigDecimal perYear(BigDecimal volume) {
        return amount.multiply(behaviour.times(volume, stepSize));
    }

    boolean is(Behaviour other) {
        return behaviour == other;
    }
}
