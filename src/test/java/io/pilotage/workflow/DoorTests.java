package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.TrailFilter;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.AuthorizationException;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** Whoever comes to the door without right or with bad answers is turned away, the task stays open, nothing is written. */
@PilotageTest
class DoorTests {

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    DiscoveryManagement discovery;

    @Autowired
    Trail trail;

    private String pilot = "";
    private String task = "";

    @BeforeEach
    void aCaseWaitsForItsDecisionOwner() {
        pilot = cases.propose(Cases.LOW, Map.of());
        task = cases.anyTask(pilot, "acceptAccountability").getId();
    }

    @Test
    void theNamedAccountablePersonHasTheTask() {
        assertThat(cases.anyTask(pilot, "acceptAccountability").getAssignee()).isEqualTo("decision-owner");
        assertThat(trail.of(pilot, TrailFilter.ALL.ofKinds("reached", "assigned"), PageRequest.of(0, 10)))
                .extracting(RecordedEntry::entry)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.kind()).isEqualTo("reached");
                    assertThat(entry.actor()).isEqualTo(TrailEntry.PRODUCT);
                    assertThat(entry.arguments()).containsEntry("person", "decision-owner");
                });
    }

    @Test
    void givingBackAndTakingOnAreWorkByHand() {
        cases.as("decision-owner", () -> {
            engine.getTaskService().setAssignee(task, null);
            engine.getTaskService().claim(task, "decision-owner");
            return null;
        });
        assertThat(trail.of(pilot, TrailFilter.ALL.ofKinds("reached", "givenBack", "claimed"), PageRequest.of(0, 10)))
                .extracting(RecordedEntry::entry)
                .extracting(TrailEntry::kind, TrailEntry::actor)
                .containsExactly(
                        tuple("claimed", "decision-owner"),
                        tuple("givenBack", "decision-owner"),
                        tuple("reached", TrailEntry.PRODUCT));
    }

    @Test
    void withoutTheRoleNobodyCompletes() {
        refused("finance-partner", good(), "(Decision owner)");
    }

    @Test
    void somebodyElsesTaskIsNotCompleted() {
        refused("decision-owner-2", good(), "has this task");
    }

    @Test
    void administratorsDecideNothing() {
        refused("process-admin", good(), "");
    }

    @Test
    void anEmptyFormIsRefusedWithEveryField() {
        refused("decision-owner", Map.of(), "please fill it in");
    }

    @Test
    void keysTheFormDoesNotAskForAreRefused() {
        Map<String, Object> answers = new HashMap<>(good());
        answers.put("accountabilityAccepted", true);
        refused("decision-owner", answers, "does not ask for it");
    }

    @Test
    void optionsNotOnOfferAreRefused() {
        Map<String, Object> answers = new HashMap<>(good());
        answers.put("acceptAccountability_decision", "perhaps");
        refused("decision-owner", answers, "options on offer");
    }

    @Test
    void tooLongATextIsRefused() {
        Map<String, Object> answers = new HashMap<>(good());
        answers.put("acceptAccountability_liableRole", "x".repeat(5000));
        refused("decision-owner", answers, "at most");
    }

    @Test
    void completingWithoutTheFormIsRefused() {
        assertThatThrownBy(() -> cases.as("decision-owner", () -> {
                    engine.getTaskService().complete(task);
                    return null;
                }))
                .isInstanceOf(FormFieldValidationException.class);
        assertStillOpen();
    }

    @Test
    void theEngineItselfCompletesNothing() {
        assertThatThrownBy(() -> engine.getTaskService().complete(task, good()))
                .hasMessageContaining("handing in its form");
        assertStillOpen();
    }

    @Test
    void nobodyClaimsForSomebodyElse() {
        assertThatThrownBy(() -> cases.as("decision-owner", () -> {
                    engine.getTaskService().setAssignee(task, "decision-owner-2");
                    return null;
                }))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("yourself");
    }

    @Test
    void nobodyTakesATaskWithoutTheRole() {
        cases.as("decision-owner", () -> {
            engine.getTaskService().setAssignee(task, null);
            return null;
        });
        assertThatThrownBy(() -> cases.as("finance-partner", () -> {
                    engine.getTaskService().claim(task, "finance-partner");
                    return null;
                }))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(cases.anyTask(pilot, "acceptAccountability").getAssignee()).isNull();
    }

    @Test
    void rawVariablesAreNotWritten() {
        assertThatThrownBy(() -> cases.as("decision-owner", () -> {
                    engine.getTaskService().setVariable(task, "accountabilityAccepted", true);
                    return null;
                }))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aPilotIsProposedByItsFormOnly() {
        assertThatThrownBy(() -> cases.as(
                        "pilot-owner",
                        () -> engine.getRuntimeService()
                                .startProcessInstanceByKey("pilotJourney", Map.of("pilotKey", "P-0"))))
                .hasMessageContaining("intake form");
    }

    @Test
    void auditorsProposeNothing() {
        assertThatThrownBy(() -> cases.as(
                        "audit-read",
                        () -> engine.getFormService()
                                .submitStartForm(
                                        engine.getRepositoryService()
                                                .createProcessDefinitionQuery()
                                                .processDefinitionKey("pilotJourney")
                                                .latestVersion()
                                                .singleResult()
                                                .getId(),
                                        Map.of())))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void aRefusalIsOnTheTrail() {
        refused("finance-partner", good(), "(Decision owner)");
        assertThat(trail.of(pilot, TrailFilter.ALL.ofKinds("refused"), PageRequest.of(0, 5)))
                .anyMatch(entry -> entry.entry().actor().equals("finance-partner"));
    }

    @Test
    void goodAnswersAreStoredAndOnTheTrail() {
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThat(discovery.answerOf(pilot)).hasValueSatisfying(answer -> {
            assertThat(answer.accepted()).isTrue();
            assertThat(answer.person()).isEqualTo("decision-owner");
        });
        assertThat(trail.of(pilot, TrailFilter.ALL.ofKinds("completed"), PageRequest.of(0, 5)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.entry().formVersion()).hasSize(64);
                    assertThat(entry.entry().details()).containsEntry("decision", "accept");
                });
    }

    @Test
    void noFormAnswerBecomesAProcessVariable() {
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        List<String> names = engine.getHistoryService().createHistoricVariableInstanceQuery().list().stream()
                .map(variable -> variable.getName())
                .toList();
        assertThat(names).noneMatch(name -> name.startsWith("acceptAccountability_"));
    }

    private Map<String, Object> good() {
        return FormFiller.fill(
                "acceptAccountability",
                Map.of("decision", "accept"),
                Map.of("context", Map.of("pilot", Map.of("tier", "low"))));
    }

    private void refused(String person, Map<String, Object> answers, String sentence) {
        assertThatThrownBy(() -> cases.submit(pilot, "acceptAccountability", person, answers))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(sentence);
        assertStillOpen();
    }

    private void assertStillOpen() {
        assertThat(cases.open(pilot)).containsExactly("acceptAccountability");
        assertThat(discovery.answerOf(pilot)).isEmpty();
    }
}
