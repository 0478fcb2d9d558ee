package io.pilotage.security;

import io.pilotage.identity.Role;
import io.pilotage.testing.Cases;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.authorization.Authorization;
import org.operaton.bpm.engine.authorization.Permissions;
import org.operaton.bpm.engine.authorization.Resources;
import org.operaton.bpm.engine.filter.Filter;
import org.operaton.bpm.engine.task.Task;

/** Real things to ask for: a case that waits for its decision owner, and what belongs to it. */
final class Samples {

    private static final String FILTER = "Nothing";
    private static final Pattern GAP = Pattern.compile("\\{[^}]+}");

    private final Map<String, String> byPlace = new LinkedHashMap<>();

    Samples(Cases cases, ProcessEngine engine) {
        String pilot = cases.propose(Cases.LOW, Map.of("decisionOwner", "decision-owner-2"));
        Task task = cases.anyTask(pilot, "acceptAccountability");
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .timers()
                .orderByJobDuedate()
                .desc()
                .list()
                .get(0);
        var table = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("riskTier")
                .latestVersion()
                .singleResult();
        byPlace.put("engine", "default");
        byPlace.put("task", task.getId());
        byPlace.put("t", task.getId());
        byPlace.put("tasks", task.getId());
        byPlace.put("pilots", pilot);
        byPlace.put("process-instance", task.getProcessInstanceId());
        byPlace.put("execution", task.getExecutionId());
        byPlace.put("process-definition", task.getProcessDefinitionId());
        byPlace.put("deployment", table.getDeploymentId());
        byPlace.put("decision-definition", table.getId());
        byPlace.put("job", job.getId());
        byPlace.put("job-definition", job.getJobDefinitionId());
        byPlace.put("filter", filterThatFindsNothing(engine));
        byPlace.put("user", "decision-owner");
        byPlace.put("group", "decision-owner");
        byPlace.put("variables", "tier");
        byPlace.put("localVariables", "pilot");
        byPlace.put("models", "pilotJourney");
        byPlace.put("mappings", "simple");
    }

    /** One that every role may use, and whose answer does not depend on how much work there is. */
    private static String filterThatFindsNothing(ProcessEngine engine) {
        Filter known =
                engine.getFilterService().createFilterQuery().filterName(FILTER).singleResult();
        if (known != null) {
            return known.getId();
        }
        Filter filter = engine.getFilterService()
                .saveFilter(engine.getFilterService()
                        .newTaskFilter(FILTER)
                        .setQuery(engine.getTaskService().createTaskQuery().taskId("none")));
        for (Role role : Role.values()) {
            Authorization grant =
                    engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(role.group());
            grant.setResource(Resources.FILTER);
            grant.setResourceId(filter.getId());
            grant.addPermission(Permissions.READ);
            engine.getAuthorizationService().saveAuthorization(grant);
        }
        return filter.getId();
    }

    /** Takes back what is only there to be asked for. */
    static void remove(ProcessEngine engine) {
        engine.getFilterService()
                .createFilterQuery()
                .filterName(FILTER)
                .list()
                .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
    }

    /** The address with real ids in its gaps; {@code none} where nothing fits. */
    String fill(String pattern) {
        String[] parts = pattern.split("/");
        for (int i = 1; i < parts.length; i++) {
            if (GAP.matcher(parts[i]).find()) {
                parts[i] = GAP.matcher(parts[i]).replaceAll(sample(parts, i));
            }
        }
        return pattern.equals("/") ? "/" : String.join("/", parts);
    }

    private String sample(String[] parts, int gap) {
        if (parts[gap].contains("ngine")) {
            return "default";
        }
        if (parts[gap - 1].equals("key")) {
            return parts[gap - 2].equals("process-definition") ? "pilotJourney" : "riskTier";
        }
        return byPlace.getOrDefault(parts[gap - 1], "none");
    }
}
