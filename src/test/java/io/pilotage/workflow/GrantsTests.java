package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.identity.Role;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.operaton.bpm.engine.AuthorizationException;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.authorization.Authorization;
import org.operaton.bpm.engine.authorization.Permission;
import org.operaton.bpm.engine.authorization.Permissions;
import org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.operaton.bpm.engine.authorization.Resource;
import org.operaton.bpm.engine.authorization.Resources;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** Grants are coarse, to roles only, and what would go round the door is granted to nobody, administrators included. */
@PilotageTest
class GrantsTests {

    /** All that is granted to anybody, by what it is granted on. */
    private static final Map<Resource, List<Permission>> GRANTED = Map.of(
            Resources.APPLICATION, List.of(Permissions.ACCESS),
            Resources.FILTER, List.of(Permissions.READ),
            Resources.PROCESS_INSTANCE, List.of(Permissions.CREATE),
            Resources.DEPLOYMENT, List.of(Permissions.READ, Permissions.CREATE),
            Resources.DECISION_DEFINITION, List.of(Permissions.READ, Permissions.READ_HISTORY),
            Resources.DECISION_REQUIREMENTS_DEFINITION, List.of(Permissions.READ),
            Resources.USER, List.of(Permissions.READ),
            Resources.GROUP, List.of(Permissions.READ),
            Resources.PROCESS_DEFINITION,
                    List.of(
                            ProcessDefinitionPermissions.READ,
                            ProcessDefinitionPermissions.READ_TASK,
                            ProcessDefinitionPermissions.TASK_WORK,
                            ProcessDefinitionPermissions.TASK_ASSIGN,
                            ProcessDefinitionPermissions.CREATE_INSTANCE,
                            ProcessDefinitionPermissions.READ_INSTANCE,
                            ProcessDefinitionPermissions.READ_HISTORY));

    private static final List<Resource> OF_ADMINISTRATORS = List.of(
            Resources.DEPLOYMENT,
            Resources.DECISION_DEFINITION,
            Resources.DECISION_REQUIREMENTS_DEFINITION,
            Resources.USER,
            Resources.GROUP);

    @Autowired
    ProcessEngine engine;

    @Autowired
    Grants atStart;

    @Autowired
    Cases cases;

    @Test
    void nothingElseIsGrantedToAnybody() {
        assertThat(grants()).isNotEmpty().allSatisfy(grant -> {
            Resource resource = Arrays.stream(Resources.values())
                    .filter(one -> one.resourceType() == grant.getResourceType())
                    .findFirst()
                    .orElseThrow();
            assertThat(GRANTED).containsKey(resource);
            int allowed = GRANTED.get(resource).stream()
                    .mapToInt(Permission::getValue)
                    .reduce(0, (one, other) -> one | other);
            assertThat(((AuthorizationEntity) grant).getPermissions() & ~allowed)
                    .as(grant.toString())
                    .isZero();
        });
    }

    @Test
    void onlyRolesAreGrantedSomethingAndNeverASingleTask() {
        cases.propose(Cases.LOW, Map.of());
        assertThat(grants().stream().filter(grant -> !isAboutItself(grant))).allSatisfy(grant -> {
            assertThat(grant.getAuthorizationType()).isEqualTo(Authorization.AUTH_TYPE_GRANT);
            assertThat(grant.getUserId()).isNull();
            assertThat(Role.ofGroup(grant.getGroupId())).as(grant.getGroupId()).isPresent();
            assertThat(grant.getResourceType()).isNotEqualTo(Resources.TASK.resourceType());
        });
    }

    @Test
    void modelsAndCockpitAreForAdministratorsOnly() {
        assertThat(grants().stream()
                        .filter(grant -> !isAboutItself(grant))
                        .filter(grant -> OF_ADMINISTRATORS.stream()
                                        .anyMatch(one -> one.resourceType() == grant.getResourceType())
                                || List.of("cockpit", "admin", "*").contains(grant.getResourceId())
                                        && grant.getResourceType() == Resources.APPLICATION.resourceType())
                        .map(Authorization::getGroupId))
                .containsOnly(Role.PROCESS_ADMIN.group());
    }

    @Test
    void nobodyIsAnAdministratorOfTheEngineWhoMayDoEverything() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.getAdminUsers()).isEmpty();
        assertThat(configuration.getAdminGroups()).isEmpty();
    }

    /** The engine's own default of a database that was there before the product had a say. */
    @Test
    void oldGrantOnOnesOwnRecordIsTakenBackAtStart() {
        Authorization mine = of("decision-owner");
        mine.setPermissions(new Permission[] {Permissions.ALL});
        engine.getAuthorizationService().saveAuthorization(mine);
        int others = ((AuthorizationEntity) of("pilot-owner")).getRevision();

        for (int start = 0; start < 2; start++) {
            atStart.afterSingletonsInstantiated();
            assertThat(((AuthorizationEntity) of("decision-owner")).getPermissions())
                    .isEqualTo(Permissions.READ.getValue());
        }
        assertThat(((AuthorizationEntity) of("pilot-owner")).getRevision()).isEqualTo(others);
        assertThatThrownBy(() -> cases.as("decision-owner", () -> {
                    var user = engine.getIdentityService()
                            .createUserQuery()
                            .userId("decision-owner")
                            .singleResult();
                    user.setFirstName("Somebody");
                    engine.getIdentityService().saveUser(user);
                    return null;
                }))
                .isInstanceOf(AuthorizationException.class);
    }

    static Stream<Attempt> breakingTheGlass() {
        return Stream.of(
                (engine, task, job) -> engine.getRuntimeService()
                        .createProcessInstanceModification(task.getProcessInstanceId())
                        .startBeforeActivity("decideCharter")
                        .execute(),
                (engine, task, job) -> engine.getRuntimeService().setVariable(task.getExecutionId(), "outcome", "go"),
                (engine, task, job) ->
                        engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "x"),
                (engine, task, job) ->
                        engine.getRuntimeService().suspendProcessInstanceById(task.getProcessInstanceId()),
                (engine, task, job) -> engine.getRuntimeService().signal(task.getExecutionId()),
                (engine, task, job) -> engine.getManagementService().executeJob(job),
                (engine, task, job) -> engine.getManagementService().setJobRetries(job, 0),
                (engine, task, job) -> engine.getManagementService().deleteJob(job),
                (engine, task, job) ->
                        engine.getHistoryService().deleteHistoricProcessInstance(task.getProcessInstanceId()),
                (engine, task, job) ->
                        engine.getRepositoryService().deleteProcessDefinition(task.getProcessDefinitionId()),
                (engine, task, job) -> {
                    Authorization mine =
                            engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                    mine.setGroupId("process-admin");
                    mine.setResource(Resources.PROCESS_INSTANCE);
                    mine.setResourceId(Authorization.ANY);
                    engine.getAuthorizationService().saveAuthorization(mine);
                },
                (engine, task, job) -> engine.getManagementService().deleteProperty("any"));
    }

    /** In an emergency two administrators put a case back; what a grant would allow, nobody ever holds. */
    @ParameterizedTest
    @MethodSource
    void breakingTheGlass(Attempt attempt) {
        String pilot = cases.propose(Cases.LOW, Map.of());
        Task task = cases.anyTask(pilot, "acceptAccountability");
        String job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .list()
                .get(0)
                .getId();
        for (String person : List.of("process-admin", "governance-chair", "decision-owner", "audit-read")) {
            assertThatThrownBy(() -> cases.as(person, () -> {
                        attempt.on(engine, task, job);
                        return null;
                    }))
                    .as(person)
                    .satisfies(refused -> assertThat(Faults.causes(refused))
                            .anyMatch(cause -> cause instanceof AuthorizationException || cause instanceof Refused));
        }
        assertThat(cases.open(pilot)).containsExactly("acceptAccountability");
    }

    /** What would go round the door. */
    @FunctionalInterface
    private interface Attempt {

        void on(ProcessEngine engine, Task task, String job);
    }

    /** Somebody reads who they are, and a group that it is there. */
    private static boolean isAboutItself(Authorization grant) {
        return grant.getResourceType() == Resources.USER.resourceType()
                        && grant.getResourceId().equals(grant.getUserId())
                || grant.getResourceType() == Resources.GROUP.resourceType()
                        && grant.getResourceId().equals(grant.getGroupId());
    }

    private Authorization of(String person) {
        return engine.getAuthorizationService()
                .createAuthorizationQuery()
                .userIdIn(person)
                .resourceType(Resources.USER)
                .resourceId(person)
                .singleResult();
    }

    private List<Authorization> grants() {
        return engine.getAuthorizationService().createAuthorizationQuery().list();
    }
}
