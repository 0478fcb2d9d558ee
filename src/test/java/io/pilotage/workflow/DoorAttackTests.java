package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.identity.DemoUsers;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.identity.User;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way round the door that the engine's REST interface offers, tried by everybody; none leads anywhere. */
@PilotageTest
class DoorAttackTests {

    private static final String MANY_HATS = "many-hats";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private String pilot = "";
    private Task task;

    @BeforeEach
    void aCaseWaitsForItsDecisionOwner() {
        propose();
        IdentityService identity = engine.getIdentityService();
        User user = identity.newUser(MANY_HATS);
        user.setPassword(DemoUsers.PASSWORD);
        identity.saveUser(user);
        List.of("pilot-owner", "finance-partner", "bu-sponsor", "governance-chair", "process-admin", "portfolio-office")
                .forEach(group -> identity.createMembership(MANY_HATS, group));
    }

    @AfterEach
    void manyHatsLeaves() {
        engine.getIdentityService().deleteUser(MANY_HATS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision-owner-2",
                "decision-owner",
                "pilot-owner",
                "finance-partner",
                "process-admin",
                "audit-read",
                MANY_HATS
            })
    void nothingLeadsRoundTheDoor(String person) throws IOException {
        assertThat(through(Caller.machine(port, person), person, "/engine-rest/"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision-owner", MANY_HATS})
    void nothingLeadsRoundTheDoorOfTheTaskList(String person) throws IOException {
        Caller attacker = Caller.session(port, person);
        attacker.get("/operaton/app/tasklist/default/");
        assertThat(through(attacker, person, "/operaton/api/engine/engine/default/"))
                .isEmpty();
    }

    /** The attacks that were answered, changed something, or left no trace with the name of who attacked. */
    private List<String> through(Caller attacker, String person, String rest) throws IOException {
        String before = state();
        List<String> through = new ArrayList<>();
        int refused = 0;
        for (String line : attacks()) {
            long traces = traces(person);
            Answer answer = attack(attacker, rest, line);
            // Who finds a task taken was slower, and is no attacker.
            if (answer.status() >= 400 && answer.status() != 409) {
                refused++;
                if (traces(person) == traces) {
                    through.add("NO TRACE of " + answer.status() + " " + line);
                }
            }
            boolean mayAnswer = line.startsWith("?");
            if (answer.status() >= 500 || (answer.status() < 400 && !mayAnswer)) {
                through.add(answer.status() + " " + line + " -> " + answer.body());
            }
            String now = state();
            if (!now.equals(before)) {
                through.add("CHANGED " + line + "\n   from " + before + "\n   to   " + now);
                propose();
                before = state();
            }
        }
        System.out.println(
                "attacks of " + person + ": n=" + attacks().size() + ", refused and on the trail " + refused);
        return through;
    }

    private long traces(String person) {
        return jdbc.sql("select count(*) from trail_entry e join trail_personal p on p.chain = e.chain"
                        + " and p.entry_number = e.entry_number and p.field = 'actor'"
                        + " where e.kind = 'refused' and p.person = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    @Test
    void theHolderOfATaskHandsItBackAndTakesItAgain() {
        Caller holder = Caller.machine(port, "decision-owner-2");
        assertThat(holder.post("/engine-rest/task/" + task.getId() + "/unclaim", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(holder.post("/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", "decision-owner-2"))
                        .status())
                .isEqualTo(204);
    }

    private void propose() {
        pilot = cases.propose(Cases.LOW, Map.of("decisionOwner", "decision-owner-2"));
        task = cases.anyTask(pilot, "acceptAccountability");
    }

    private List<String> attacks() throws IOException {
        String text = new ClassPathResource("attacks.txt", getClass()).getContentAsString(StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private Answer attack(Caller attacker, String rest, String line) {
        String[] parts =
                filled(line.startsWith("?") ? line.substring(1) : line).strip().split(" ", 3);
        return attacker.send(parts[0], rest + parts[1], "application/json", parts.length > 2 ? parts[2] : null);
    }

    private String filled(String line) {
        return line.replace("<task>", task.getId())
                .replace("<instance>", task.getProcessInstanceId())
                .replace("<execution>", task.getExecutionId())
                .replace("<definition>", task.getProcessDefinitionId())
                .replace("<deployment>", Objects.requireNonNull(deployment()))
                .replace("<job>", job())
                .replace("<filter>", filter())
                .replace("<pilot>", pilot);
    }

    private String deployment() {
        return engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getDeploymentId();
    }

    private String job() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .list()
                .get(0)
                .getId();
    }

    private String filter() {
        return engine.getFilterService().createFilterQuery().list().get(0).getId();
    }

    /** All that an attacker could want to change, as text. */
    private String state() {
        engine.getIdentityService().clearAuthentication();
        StringBuilder state = new StringBuilder();
        var runtime = engine.getRuntimeService();
        cases.tasks(pilot)
                .forEach(open -> state.append(open.getTaskDefinitionKey())
                        .append(List.of(
                                String.valueOf(open.getAssignee()),
                                String.valueOf(open.getOwner()),
                                open.getName(),
                                String.valueOf(open.getDescription()),
                                String.valueOf(open.getDueDate()),
                                String.valueOf(open.getFollowUpDate()),
                                open.getPriority(),
                                String.valueOf(open.getDelegationState()),
                                engine.getTaskService().getIdentityLinksForTask(open.getId()).stream()
                                        .map(link -> link.getType() + link.getGroupId() + link.getUserId())
                                        .sorted()
                                        .toList())));
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(pilot)
                .orderByProcessInstanceId()
                .asc()
                .list()
                .forEach(instance -> state.append(instance.getProcessDefinitionId())
                        .append(instance.isSuspended())
                        .append(new java.util.TreeMap<>(runtime.getVariables(instance.getId()))));
        state.append(runtime.createProcessInstanceQuery().count())
                .append(engine.getTaskService().createTaskQuery().count())
                .append(engine.getManagementService().createJobQuery().count())
                .append(engine.getManagementService().createBatchQuery().count())
                .append(engine.getRepositoryService().createDeploymentQuery().count())
                .append(engine.getFilterService().createFilterQuery().count())
                .append(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .count())
                .append(engine.getIdentityService().createUserQuery().count())
                .append(engine.getIdentityService().createTenantQuery().count())
                .append(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .append(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .count())
                .append(
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(task.getProcessInstanceId())
                                .list()
                                .stream()
                                .map(job -> job.getDuedate() + " " + job.getRetries() + job.isSuspended())
                                .toList());
        return state.toString();
    }
}
