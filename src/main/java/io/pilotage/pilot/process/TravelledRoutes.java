package io.pilotage.pilot.process;

import io.pilotage.pilot.CaseRoutes;
import io.pilotage.workflow.ModelArchive;
import io.pilotage.workflow.TrustedEngine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.HistoryService;
import org.operaton.bpm.engine.history.HistoricActivityInstance;
import org.operaton.bpm.engine.history.HistoricDecisionOutputInstance;
import org.operaton.bpm.engine.history.HistoricProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the ways of a case from the engine's memory, in the product's name. */
@Component
class TravelledRoutes implements CaseRoutes {

    private final ObjectProvider<HistoryService> history;
    private final ModelArchive models;
    private final TrustedEngine trusted;

    TravelledRoutes(ObjectProvider<HistoryService> history, ModelArchive models, TrustedEngine trusted) {
        this.history = history;
        this.models = models;
        this.trusted = trusted;
    }

    @Override
    public List<Route> of(String pilotKey) {
        return trusted.call(() -> {
            Map<String, List<HistoricProcessInstance>> runs = new LinkedHashMap<>();
            history.getObject()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(pilotKey)
                    .orderByProcessInstanceStartTime()
                    .asc()
                    .list()
                    .forEach(run -> runs.computeIfAbsent(run.getProcessDefinitionId(), id -> new ArrayList<>())
                            .add(run));
            return runs.values().stream().map(this::route).toList();
        });
    }

    private Route route(List<HistoricProcessInstance> runs) {
        HistoricProcessInstance first = runs.get(0);
        Set<String> open = new LinkedHashSet<>();
        Set<String> passed = new LinkedHashSet<>();
        Set<String> steps = new LinkedHashSet<>();
        Set<String> signers = new LinkedHashSet<>();
        for (HistoricProcessInstance run : runs) {
            travelled(run, open, passed);
            steps.addAll(said(run, "requiredSteps"));
            signers.addAll(said(run, "approvalLevel"));
        }
        passed.removeAll(open);
        String process = first.getProcessDefinitionKey();
        int version = first.getProcessDefinitionVersion();
        return new Route(
                process,
                version,
                models.model(process, version)
                        .map(file -> new String(file, StandardCharsets.UTF_8))
                        .orElseThrow(),
                runs.stream().allMatch(run -> run.getEndTime() != null),
                open,
                passed,
                steps,
                signers);
    }

    private void travelled(HistoricProcessInstance run, Set<String> open, Set<String> passed) {
        for (HistoricActivityInstance activity : history.getObject()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(run.getId())
                .list()) {
            String element = activity.getActivityId().replace("#multiInstanceBody", "");
            if (activity.getEndTime() == null) {
                open.add(element);
            } else if (!activity.isCanceled()) {
                passed.add(element);
            }
        }
    }

    /** What the table answered when this run asked it last; nothing when it never did. */
    private Set<String> said(HistoricProcessInstance run, String table) {
        return history
                .getObject()
                .createHistoricDecisionInstanceQuery()
                .processInstanceId(run.getId())
                .decisionDefinitionKey(table)
                .includeOutputs()
                .orderByEvaluationTime()
                .asc()
                .list()
                .stream()
                .reduce((earlier, later) -> later)
                .map(answer -> answer.getOutputs().stream()
                        .map(HistoricDecisionOutputInstance::getValue)
                        .map(String::valueOf)
                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                .orElseGet(LinkedHashSet::new);
    }
}
