package io.pilotage.workflow;

import static org.operaton.bpm.engine.authorization.Authorization.ANY;
import static org.operaton.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import io.pilotage.identity.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.authorization.Authorization;
import org.operaton.bpm.engine.authorization.Permission;
import org.operaton.bpm.engine.authorization.Permissions;
import org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.operaton.bpm.engine.authorization.Resource;
import org.operaton.bpm.engine.authorization.Resources;
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
    private final GroupsOfModels groups;
    private final TrustedEngine trusted;
    private final Map<Subject, Authorization> granted = new HashMap<>();

    Grants(ProcessEngine engine, GroupsOfModels groups, TrustedEngine trusted) {
        this.engine = engine;
        this.groups = groups;
        this.trusted = trusted;
    }

    @Override
    public void afterSingletonsInstantiated() {
        trusted.run(() -> {
            engine.getAuthorizationService()
                    .createAuthorizationQuery()
                    .authorizationType(AUTH_TYPE_GRANT)
                    .groupIdIn(Arrays.stream(Role.values()).map(Role::group).toArray(String[]::new))
                    .list()
                    .forEach(this::remember);
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
            granted.clear();
            takeBackFromPeople();
        });
    }

    /** Databases from before {@link NoDefaultGrants} let people change their own record in the engine. */
    private void takeBackFromPeople() {
        for (Permission tooMuch : List.of(Permissions.UPDATE, Permissions.DELETE)) {
            engine.getAuthorizationService()
                    .createAuthorizationQuery()
                    .authorizationType(AUTH_TYPE_GRANT)
                    .resourceType(Resources.USER)
                    .hasPermission(tooMuch)
                    .list()
                    .forEach(grant -> {
                        grant.setPermissions(new Permission[] {Permissions.READ});
                        engine.getAuthorizationService().saveAuthorization(grant);
                    });
        }
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
        groups.ofProcesses().forEach((process, named) -> {
            for (String group : named) {
                if (group.startsWith("${")) {
                    Arrays.stream(Role.values())
                            .filter(Role::decides)
                            .forEach(role -> add(processes, role.group(), process));
                } else {
                    add(processes, group, process);
                }
            }
            add(processes, Role.GOVERNANCE_CHAIR.group(), process);
            add(processes, Role.FUNCTION_HEAD.group(), process);
            add(processes, Role.PORTFOLIO_OFFICE.group(), process);
        });
        return processes;
    }

    private static void add(Map<String, Set<String>> processes, String group, String process) {
        processes.computeIfAbsent(group, g -> new TreeSet<>()).add(process);
    }

    /** Writes what is not granted yet. */
    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        Authorization grant = granted.get(new Subject(role.group(), resource.resourceType(), id));
        if (grant == null) {
            grant = engine.getAuthorizationService().createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(role.group());
            grant.setResource(resource);
            grant.setResourceId(id);
        } else if (Arrays.stream(permissions).allMatch(grant::isPermissionGranted)) {
            return;
        }
        for (Permission permission : permissions) {
            grant.addPermission(permission);
        }
        remember(engine.getAuthorizationService().saveAuthorization(grant));
    }

    private void remember(Authorization grant) {
        granted.put(new Subject(grant.getGroupId(), grant.getResourceType(), grant.getResourceId()), grant);
    }

    /** Who is granted something on what. */
    private record Subject(String group, int type, String id) {}
}
