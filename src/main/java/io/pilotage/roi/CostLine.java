package io.pilotage.roi;

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
 */
@Table("cost_line")
public record CostLine(
        CostKind kind,
        Behaviour behaviour,
        BigDecimal amount,
        @Nullable BigDecimal stepSize,
        String driver) {

    /** How a cost follows the number of cases. */
    public enum Behaviour {
        @JsonProperty("fixed")
        FIXED,
        @JsonProperty("perUnit")
        PER_UNIT,
        @JsonProperty("step")
        STEP,
        @JsonProperty("none")
        NONE
    }

    public CostLine {
        if (behaviour == Behaviour.STEP && (stepSize == null || stepSize.signum() <= 0)) {
            throw new Refused("roi.cost.stepSize");
        }
    }

    /** Cost a year for so many cases a year. */
    public BigDecimal perYear(BigDecimal volume) {
        return switch (behaviour) {
            case FIXED -> amount;
            case PER_UNIT -> amount.multiply(volume);
            case STEP -> amount.multiply(volume.divide(size(), 0, RoundingMode.CEILING));
            case NONE -> BigDecimal.ZERO;
        };
    }

    boolean is(Behaviour other) {
        return behaviour == other;
    }

    /** Cases a year in one step; one for a cost without steps. */
    BigDecimal size() {
        return stepSize == null ? BigDecimal.ONE : stepSize;
    }
}
