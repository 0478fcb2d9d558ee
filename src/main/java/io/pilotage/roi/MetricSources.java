package io.pilotage.roi;

import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.evidence.Purpose;
import io.pilotage.workflow.DecisionTables;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows whether anybody measures what a limit is about, by the decision table {@code metricSource}. */
@Component
class MetricSources {

    private static final String STATED = "stated";

    private final DecisionTables tables;
    private final EvidenceManagement evidence;

    MetricSources(DecisionTables tables, EvidenceManagement evidence) {
        this.tables = tables;
        this.evidence = evidence;
    }

    /**
     * Whether the measure has a source; one that the table only knows as stated needs a baseline, a bridge or a mapping.
     *
     * @param stated what baseline and bridge name
     */
    boolean has(String pilotKey, KillCriterion criterion, Set<String> stated) {
        List<String> measuredBy = tables.ruleList("metricSource", Map.of("metric", criterion.metric()));
        if (measuredBy.isEmpty()) {
            return false;
        }
        return !measuredBy.get(0).equals(STATED)
                || stated.contains(criterion.name())
                || evidence.mapping(pilotKey, Purpose.MEASUREMENT, criterion.name())
                        .isPresent();
    }

    /** The measures that a baseline and a bridge name. */
    static Set<String> named(@Nullable Baseline baseline, @Nullable MetricBridge bridge) {
        Set<String> named = new HashSet<>();
        if (baseline != null) {
            named.add(baseline.metric());
        }
        if (bridge != null) {
            bridge.chains().forEach(chain -> named.addAll(List.of(chain.technicalMetric(), chain.unitOutcome())));
        }
        return named;
    }
}
