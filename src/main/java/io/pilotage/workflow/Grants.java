package io.pilotage.workflow;

import static org.operaton.bpm.engine.authorization.Authorization.ANY;
import static org.operaton.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import io.pilotage.identity.Role;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.operaton.bpm.engine.AuthorizationService;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.authorization.Authorization;
import org.operaton.bpm.engine.authorization.Permission;
import org.operaton.bpm.engine.authorization.Permissions;
import org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.operaton.bpm.engine.authorization.Resource;
import org.operaton.bpm.engine.authorization.Resources;
import org.operaton.bpm.engine.repository.ProcessDefinition;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Grants in the engine, coarse and per group: a role sees the processes that have a task of its own, administrators get
 * Cockpit and models, auditors read. Nobody is granted what would go round the door.
 */
@Component
class Grants implements SmartInitializingSingleton {

    private static final Permission[] WORK = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.TASK_WORK,
        ProcessDefinitionPermissions.TASK_ASSIGN,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_HISTORY
    };

    private final ProcessEngine engine;
    private final TrustedEngine trusted;

    Grants(ProcessEngine engine, TrustedEngine trusted) {
        this.engine = engine;
        this.trusted = trusted;
    }

    @Override
    public void afterSingletonsInstantiated() {
        trusted.run(() -> {
            for (Role role : Role.values()) {
                grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            }
            processesOfGroups()
                    .forEach((group, processes) -> processes.forEach(process -> Role.ofGroup(group)
                            .ifPresent(role -> grant(role, Resources.PROCESS_DEFINITION, process, WORK))));
            Arrays.stream(Role.values()).filter(Role::decides).forEach(role -> {
                grant(
                        role,
                        Resources.PROCESS_DEFINITION,
                        "pilotJourney",
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_HISTORY);
                grant(role, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
            });
            reader(Role.PORTFOLIO_OFFICE);
            reader(Role.AUDIT_READ);
            administrator();
        });
    }

    private void reader(Role role) {
        grant(
                role,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY);
    }

    private void administrator() {
        Role admin = Role.PROCESS_ADMIN;
        reader(admin);
        grant(admin, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(admin, Resources.APPLICATION, "admin", Permissions.ACCESS);
        grant(admin, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
        grant(admin, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        grant(admin, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
        grant(admin, Resources.USER, ANY, Permissions.READ);
        grant(admin, Resources.GROUP, ANY, Permissions.READ);
    }

    /** Group to the processes in which it has a task; a group named by a variable means every decider. */
    private Map<String, Set<String>> processesOfGroups() {
        Map<String, Set<String>> processes = new TreeMap<>();
        for (ProcessDefinition definition : engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()) {
            engine.getRepositoryService()
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> task.getOperatonCandidateGroupsList().forEach(group -> {
                        if (group.startsWith("${")) {
                            Arrays.stream(Role.values())
                                    .filter(Role::decides)
                                    .forEach(role -> add(processes, role.group(), definition.getKey()));
                        } else {
                            add(processes, group, definition.getKey());
                        }
                    }));
            add(processes, Role.GOVERNANCE_CHAIR.group(), definition.getKey());
            add(processes, Role.FUNCTION_HEAD.group(), definition.getKey());
            add(processes, Role.PORTFOLIO_OFFICE.group(), definition.getKey());
        }
        return processes;
    }

    private static void add(Map<String, Set<String>> processes, String group, String process) {
        processes.computeIfAbsent(group, g -> new TreeSet<>()).add(process);
    }

    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        AuthorizationService service = engine.getAuthorizationService();
        Authorization existing = service.createAuthorizationQuery()
                .groupIdIn(role.group())
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        Authorization grant = existing == null ? service.createNewAuthorization(AUTH_TYPE_GRANT) : existing;
        grant.setGroupId(role.group());
        grant.setResource(resource);
        grant.setResourceId(id);
        for (Permission permission : permissions) {
            grant.addPermission(permission);
        }
        service.saveAuthorization(grant);
    }
}
