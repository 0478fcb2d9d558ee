package io.pilotage.adoption;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** What a period really cost, in the seven lines of the money case (R90) and the people who check, in its currency. */
public record ActualCosts(
        BigDecimal costPipelines,
        BigDecimal costSupport,
        BigDecimal costMonitoring,
        BigDecimal costCompliance,
        BigDecimal costIncidents,
        BigDecimal costRetraining,
        BigDecimal costCloud,
        BigDecimal costReview) {

    public BigDecimal total() {
        return Stream.of(
                        costPipelines,
                        costSupport,
                        costMonitoring,
                        costCompliance,
                        costIncidents,
                        costRetraining,
                        costCloud,
                        costReview)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
