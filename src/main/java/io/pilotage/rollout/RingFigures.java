package io.pilotage.rollout;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was measured while a ring was open; null where a low-tier pilot is not asked.
 *
 * @param overrideRate percent of the cases it advised on
 * @param reviewSeconds median seconds a person looked at a case
 * @param appeals decisions challenged by people affected
 * @param availability percent
 * @param latencySeconds seconds to an answer in 95 of 100 cases
 * @param unitCost cost of one case in the pilot's currency
 * @param contractMet percent of data deliveries in time and quality
 * @param openFindings high or critical findings still open
 */
public record RingFigures(
        @Nullable BigDecimal overrideRate,
        @Nullable BigDecimal reviewSeconds,
        int complaints,
        int appeals,
        int incidents,
        BigDecimal availability,
        @Nullable BigDecimal latencySeconds,
        @Nullable BigDecimal unitCost,
        @Nullable BigDecimal contractMet,
        int openFindings) {}
