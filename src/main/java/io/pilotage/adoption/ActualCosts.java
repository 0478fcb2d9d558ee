package io.pilotage.adoption;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The same with what was found in other currencies or by tokens, each in its line. */
    public ActualCosts plus(List<FoundCost> found) {
        return new ActualCosts(
                costPipelines.add(of("PIPELINES", found)),
                costSupport.add(of("SUPPORT", found)),
                costMonitoring.add(of("MONITORING", found)),
                costCompliance.add(of("COMPLIANCE", found)),
                costIncidents.add(of("INCIDENTS", found)),
                costRetraining.add(of("RETRAINING", found)),
                costCloud.add(of("COMPUTING", found)),
                costReview.add(of("REVIEW", found)));
    }

    private static BigDecimal of(String line, List<FoundCost> found) {
        return found.stream()
                .filter(cost -> cost.line().equals(line))
                .map(FoundCost::money)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

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
