package io.pilotage.workflow;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.verify.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.history.HistoricDecisionInputInstance;
import org.operaton.bpm.engine.history.HistoricDecisionOutputInstance;
import org.operaton.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.operaton.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Puts on the trail which version of which decision table a business-rule task asked, with what, and what it said. */
@Component
class TableRecord {

    /** Under this name an entry holds what the tables said that the asked one is built on. */
    static final String BEHIND = "behind";

    private final Trail trail;
    private final Map<String, Version> versions = new ConcurrentHashMap<>();

    TableRecord(@Lazy Trail trail) {
        this.trail = trail;
    }

    /** A deployed version of a table; never changes. */
    private record Version(int number, String sha256) {}

    /** Nothing for a table that no business-rule task asked: those are in the entry of the work that asked them. */
    void record(HistoricDecisionEvaluationEvent evaluation) {
        HistoricDecisionInstanceEntity asked = evaluation.getRootHistoricDecisionInstance();
        if (asked.getProcessInstanceId() == null || !isAskedByModel(asked)) {
            return;
        }
        String pilotKey = EngineWords.pilotKeyOf(asked.getProcessInstanceId());
        if (pilotKey == null) {
            return;
        }
        String table = asked.getDecisionDefinitionKey();
        String process = asked.getProcessDefinitionKey();
        Version version = version(asked);
        Map<String, Integer> tables = new TreeMap<>(Map.of(table, version.number()));
        Map<String, Object> details = new LinkedHashMap<>(said(asked));
        Map<String, Object> behind = new TreeMap<>();
        evaluation.getRequiredHistoricDecisionInstances().forEach(other -> {
            tables.put(other.getDecisionDefinitionKey(), version(other).number());
            behind.put(other.getDecisionDefinitionKey(), said(other));
        });
        if (!behind.isEmpty()) {
            details.put(BEHIND, behind);
        }
        trail.append(TrailEntry.of(pilotKey, EngineWords.now(), TrailEntry.PRODUCT, "tableAsked")
                .element(process, EngineWords.modelVersion(asked.getProcessDefinitionId()), asked.getActivityId())
                .tables(tables)
                .argument("table", table)
                .argument("version", version.number())
                .details(details)
                .build());
    }

    private Map<String, Object> said(HistoricDecisionInstanceEntity asked) {
        return Map.of(
                "sha256", version(asked).sha256(),
                "inputs", inputs(asked.getInputs()),
                "outputs", outputs(asked.getOutputs()));
    }

    private Version version(HistoricDecisionInstanceEntity asked) {
        return versions.computeIfAbsent(asked.getDecisionDefinitionId(), TableRecord::deployed);
    }

    private static boolean isAskedByModel(HistoricDecisionInstanceEntity asked) {
        ActivityImpl element = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(asked.getProcessDefinitionId())
                .findActivity(asked.getActivityId());
        return element != null && element.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior;
    }

    private static Map<String, @Nullable Object> inputs(List<HistoricDecisionInputInstance> inputs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        inputs.forEach(input -> values.put(
                input.getClauseName() == null ? input.getClauseId() : input.getClauseName(), input.getValue()));
        return values;
    }

    /** One map per rule that matched, in the order of the table. */
    private static List<Map<String, @Nullable Object>> outputs(List<HistoricDecisionOutputInstance> outputs) {
        Map<Integer, Map<String, @Nullable Object>> byRule = new TreeMap<>();
        outputs.forEach(output -> byRule.computeIfAbsent(output.getRuleOrder(), rule -> new LinkedHashMap<>())
                .put(output.getVariableName(), output.getValue()));
        return List.copyOf(byRule.values());
    }

    private static Version deployed(String definitionId) {
        CommandContext command = Context.getCommandContext();
        DecisionDefinition table = command.getDecisionDefinitionManager().findDecisionDefinitionById(definitionId);
        byte[] file = command.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(table.getDeploymentId(), table.getResourceName())
                .getBytes();
        return new Version(table.getVersion(), Sha256.hex(file));
    }
}
