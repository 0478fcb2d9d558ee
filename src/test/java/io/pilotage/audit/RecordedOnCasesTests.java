package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.operaton.bpm.engine.authorization.Authorization.ANY;
import static org.operaton.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.verify.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.authorization.Authorization;
import org.operaton.bpm.engine.authorization.Permissions;
import org.operaton.bpm.engine.authorization.Resources;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** What is done to a case beside its forms is on its trail: tables asked, tasks given back, refusals, work by hand. */
@PilotageTest
class RecordedOnCasesTests {

    private static final PageRequest SOME = PageRequest.of(0, 100);

    /** Where a token of a pilot stands whose accountable persons are asked. */
    private static final String OPEN = "discovery/acceptAccountability";

    @Autowired
    Trail trail;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    AccountabilityManagement accountabilities;

    @Autowired
    PilotManagement pilots;

    @LocalServerPort
    int port;

    @Test
    void whichVersionOfATableAStepAskedWithWhatAndWhatItSaid() throws IOException {
        String key = cases.propose(Cases.HIGH, Map.of());
        List<TrailEntry> all = entries(key, "tableAsked").stream()
                .filter(entry -> "assessRiskTier".equals(entry.elementId()))
                .toList();
        assertThat(all).hasSize(1);
        TrailEntry asked = all.get(0);
        assertThat(asked.tables()).containsEntry("riskTier", 1);
        assertThat(asked.processId()).isEqualTo("pilotJourney");
        assertThat(asked.modelVersion()).isEqualTo(1);
        assertThat(asked.details())
                .containsEntry("sha256", Sha256.hex(Files.readAllBytes(Path.of("processes/governance/riskTier.dmn"))))
                .containsEntry("outputs", List.of(Map.of("tier", "high")));
        assertThat(((Map<?, ?>) asked.details().get("inputs")).values().toString())
                .contains("employment");
        assertThat(trail.of(key, TrailFilter.ALL, SOME))
                .allSatisfy(recorded -> assertThat(recorded.entry().phase()).isEqualTo("discovery"));
    }

    @Test
    void taskThatIsGivenBackIsThereWithWhoHadIt() {
        String key = cases.propose(Cases.LOW, Map.of());
        Task task = cases.tasks(key).get(0);
        String person = task.getAssignee();
        assertThat(person).isNotNull();
        cases.as(person, () -> {
            engine.getTaskService().setAssignee(task.getId(), null);
            return null;
        });
        TrailEntry entry = entries(key, "givenBack").get(0);
        assertThat(entry.actor()).isEqualTo(person);
        assertThat(entry.elementId()).isEqualTo(task.getTaskDefinitionKey());
        assertThat(entry.arguments()).containsEntry("person", person);
    }

    @Test
    void refusalOnThePageOfACaseIsThere() {
        String key = cases.propose(Cases.LOW, Map.of());
        Caller stranger = Caller.session(port, "change-lead");
        assertThat(stranger.form("/pilots/" + key + "/withdrawal", Map.of("reason", "value", "note", "no"))
                        .status())
                .isEqualTo(302);
        TrailEntry entry = entries(key, "refused").get(0);
        assertThat(entry.actor()).isEqualTo("change-lead");
        assertThat(entry.role()).isEqualTo("change-lead");
        assertThat(entry.arguments()).containsEntry("message", "pilot.withdrawal.notSponsor");
    }

    @Test
    void refusalOfACallAboutATaskIsThere() {
        String key = cases.propose(Cases.LOW, Map.of());
        String task = cases.tasks(key).get(0).getId();
        assertThat(Caller.session(port, "audit-read")
                        .send("POST", "/engine-rest/task/" + task + "/claim", "application/json", "{}")
                        .status())
                .isEqualTo(401);
        Caller.machine(port, "audit-read").post("/engine-rest/task/" + task + "/claim", Map.of("userId", "audit-read"));
        TrailEntry entry = entries(key, "refused").get(0);
        assertThat(entry.actor()).isEqualTo("audit-read");
        assertThat(entry.phase()).isEqualTo("discovery");
    }

    @Test
    void changeOfWhoAnswersIsThereWithDeputiesOfBeforeAndAfter() {
        String key = cases.propose(Cases.LOW, Map.of());
        accountabilities.name(key, "bu-sponsor", null, "bu-sponsor", "function-head", "governance-chair");
        TrailEntry entry = entries(key, "accountabilityChanged").get(0);
        assertThat(entry.role()).isEqualTo("governance-chair");
        assertThat(entry.arguments()).containsEntry("before", "bu-sponsor").containsEntry("after", "");
        assertThat(entry.details())
                .containsEntry("deputy", Map.of("before", "", "after", "bu-sponsor"))
                .containsEntry("superior", Map.of("before", "", "after", "function-head"));
    }

    @Test
    void everyChangeOfStatusIsThereWithBeforeAndAfter() {
        String key = cases.propose(Cases.LOW, Map.of());
        pilots.become(key, PilotStatus.STOPPED, StallReason.VALUE, "not worth it");
        TrailEntry entry = entries(key, "statusChanged").get(0);
        assertThat(entry.arguments())
                .containsEntry("statusBefore", "ACTIVE")
                .containsEntry("status", "STOPPED")
                .containsEntry("reason", "value");
    }

    /** Nobody is granted this; whoever grants it to themselves is seen all the same. */
    @Test
    void whatAnAdministratorDoesByHandIsThereWithBeforeAndAfter() {
        String key = cases.propose(Cases.LOW, Map.of());
        ProcessInstance journey = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("pilotJourney")
                .singleResult();
        Authorization grant = grantAllOnInstances();
        try {
            byHand(() -> engine.getRuntimeService().setVariable(journey.getId(), "tier", "high"));
            Map<String, Object> variable = handwork(key, "SetVariable", "Variable");
            assertThat(variable)
                    .containsEntry("what", "tier")
                    .containsEntry("before", "low")
                    .containsEntry("after", "high");

            byHand(() -> engine.getRuntimeService()
                    .createProcessInstanceModification(journey.getId())
                    .startBeforeActivity("assessRiskTier")
                    .execute());
            handwork(key, "ModifyProcessInstance", "ProcessInstance");
            Map<String, Object> moved = tokens(key, "ModifyProcessInstance");
            assertThat(places(moved, "before")).contains(OPEN).doesNotContain("pilotJourney/assessRiskTier");
            assertThat(places(moved, "passed")).contains("pilotJourney/assessRiskTier");
            assertThat(places(moved, "from")).isEmpty();
            assertThat(places(moved, "to")).containsExactly("pilotJourney/callDiscovery");
            assertThat(places(moved, "after"))
                    .containsAll(places(moved, "before"))
                    .containsAll(places(moved, "to"));

            byHand(() -> engine.getRuntimeService().suspendProcessInstanceById(journey.getId()));
            assertThat(handwork(key, "Suspend", "ProcessInstance"))
                    .containsEntry("what", "suspensionState")
                    .containsEntry("after", "suspended");

            byHand(() -> engine.getRuntimeService().deleteProcessInstance(journey.getId(), "to be rid of it"));
            handwork(key, "Delete", "ProcessInstance");
            Map<String, Object> ended = tokens(key, "Delete");
            assertThat(places(ended, "from")).contains(OPEN);
            assertThat(places(ended, "before")).containsExactlyInAnyOrderElementsOf(places(ended, "from"));
            assertThat(places(ended, "after")).isEmpty();
            assertThat(byHand(key, "Delete", "ProcessInstance").details()).containsEntry("reason", "to be rid of it");
            assertThat(Caller.session(port, "audit-read")
                            .page("/pilots/" + key + "/story")
                            .body())
                    .contains("moved a pilot by hand in the engine (Delete, ProcessInstance)");
        } finally {
            engine.getAuthorizationService().deleteAuthorization(grant.getId());
        }
    }

    private Authorization grantAllOnInstances() {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setUserId("process-admin");
        grant.setResource(Resources.PROCESS_INSTANCE);
        grant.setResourceId(ANY);
        grant.addPermission(Permissions.ALL);
        return engine.getAuthorizationService().saveAuthorization(grant);
    }

    private void byHand(Runnable work) {
        cases.as("process-admin", () -> {
            work.run();
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> tokens(String key, String operation) {
        return (Map<String, Object>)
                byHand(key, operation, "ProcessInstance").details().get("tokens");
    }

    @SuppressWarnings("unchecked")
    private static List<String> places(Map<String, Object> tokens, String name) {
        return (List<String>) tokens.get(name);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> handwork(String key, String operation, String entity) {
        TrailEntry entry = byHand(key, operation, entity);
        assertThat(entry.actor()).isEqualTo("process-admin");
        assertThat(entry.role()).isEqualTo("process-admin");
        assertThat(entry.modelVersion()).isEqualTo(1);
        List<Map<String, Object>> changes =
                (List<Map<String, Object>>) entry.details().get("changes");
        return changes.isEmpty() ? Map.of() : new HashMap<>(changes.get(0));
    }

    /** What was done is there once. */
    private TrailEntry byHand(String key, String operation, String entity) {
        List<TrailEntry> all = entries(key, "engineChanged");
        List<TrailEntry> found = all.stream()
                .filter(entry -> entry.arguments().get("operation").equals(operation))
                .filter(entry -> entry.arguments().get("entity").equals(entity))
                .toList();
        assertThat(found)
                .as(
                        "%s %s among %s",
                        operation,
                        entity,
                        all.stream().map(TrailEntry::arguments).toList())
                .hasSize(1);
        return found.get(0);
    }

    private List<TrailEntry> entries(String key, String kind) {
        return trail.of(key, TrailFilter.ALL.ofKinds(kind), SOME)
                .map(RecordedEntry::entry)
                .getContent();
    }
}
