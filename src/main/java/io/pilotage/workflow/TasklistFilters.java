package io.pilotage.workflow;

import static org.operaton.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import io.pilotage.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.authorization.Authorization;
import org.operaton.bpm.engine.authorization.Permissions;
import org.operaton.bpm.engine.authorization.Resources;
import org.operaton.bpm.engine.filter.Filter;
import org.operaton.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The filters that each role finds in Tasklist at first login: mine, my role's, overdue, due soon, stalled. */
@Component
class TasklistFilters implements SmartInitializingSingleton {

    private static final List<Map<String, Object>> CARD = List.of(Map.of("name", "pilot", "label", "Pilot"));

    private final ProcessEngine engine;
    private final TrustedEngine trusted;

    TasklistFilters(ProcessEngine engine, TrustedEngine trusted) {
        this.engine = engine;
        this.trusted = trusted;
    }

    @Override
    public void afterSingletonsInstantiated() {
        trusted.run(() -> {
            filter("My tasks", "What I have to do", 10, query().taskAssigneeExpression("${currentUser()}"));
            filter(
                    "My roles' tasks",
                    "What my roles have to do and nobody has taken",
                    20,
                    query().taskCandidateGroupInExpression("${currentUserGroups()}"));
            filter(
                    "Overdue",
                    "What is late, mine or my roles'",
                    30,
                    mineOrMyRoles().dueBeforeExpression("${now()}"));
            filter(
                    "Due soon",
                    "What is due within three days",
                    40,
                    mineOrMyRoles().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(3)}"));
            filter(
                    "Everything stalled",
                    "What is late anywhere, for the portfolio office",
                    50,
                    query().dueBeforeExpression("${now()}"),
                    Role.PORTFOLIO_OFFICE,
                    Role.GOVERNANCE_CHAIR,
                    Role.FUNCTION_HEAD);
        });
    }

    private TaskQuery query() {
        return engine.getTaskService().createTaskQuery().active();
    }

    private TaskQuery mineOrMyRoles() {
        return query().or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr();
    }

    private void filter(String name, String description, int priority, TaskQuery query, Role... roles) {
        Filter existing = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName(name)
                .singleResult();
        Filter filter = existing == null ? engine.getFilterService().newTaskFilter(name) : existing;
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("color", "#1f6f6b");
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", CARD);
        filter.setProperties(properties).setQuery(query);
        engine.getFilterService().saveFilter(filter);
        allow(filter.getId(), roles.length == 0 ? Role.values() : roles);
    }

    private void allow(String filterId, Role... roles) {
        var service = engine.getAuthorizationService();
        Set<String> allowed =
                service.createAuthorizationQuery().resourceType(Resources.FILTER).resourceId(filterId).list().stream()
                        .map(Authorization::getGroupId)
                        .collect(Collectors.toSet());
        for (Role role : roles) {
            if (!allowed.contains(role.group())) {
                Authorization grant = service.createNewAuthorization(AUTH_TYPE_GRANT);
                grant.setGroupId(role.group());
                grant.setResource(Resources.FILTER);
                grant.setResourceId(filterId);
                grant.addPermission(Permissions.READ);
                service.saveAuthorization(grant);
            }
        }
    }
}
