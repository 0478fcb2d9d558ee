package io.pilotage.adoption;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

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
        return byLine().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lines by name, in the order in which the form asks them. */
    public Map<String, BigDecimal> byLine() {
        Map<String, BigDecimal> lines = new LinkedHashMap<>();
        lines.put("PIPELINES", costPipelines);
        lines.put("SUPPORT", costSupport);
        lines.put("MONITORING", costMonitoring);
        lines.put("COMPLIANCE", costCompliance);
        lines.put("INCIDENTS", costIncidents);
        lines.put("RETRAINING", costRetraining);
        lines.put("COMPUTING", costCloud);
        lines.put("REVIEW", costReview);
        return lines;
    }
}
