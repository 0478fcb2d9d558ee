package io.pilotage.roi.valuation;

import io.pilotage.roi.valuation.BusinessPlan.Input;
import java.math.BigDecimal;

/**
 * How far one figure alone moves the present value (one bar of a tornado).
 *
 * @param atLow net present value when only this figure comes out at its low end
 * @param atHigh net present value when only this figure comes out at its high end
 */
public record Influence(Input input, BigDecimal low, BigDecimal high, BigDecimal atLow, BigDecimal atHigh) {

    /** How wide the bar is; never negative. */
    public BigDecimal swing() {
        return atHigh.subtract(atLow).abs();
    }
}
