package io.pilotage.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.pilot.Phase;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The deadline of every human task in every model fires, tells the accountable people, and completes nothing. */
@PilotageTest
class EveryDeadlineTests {

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    static Stream<Arguments> humanTasks() {
        return new Project(Path.of("."))
                .models().values().stream()
                        .flatMap(model -> model.getModelElementsByType(UserTask.class).stream()
                                .map(task -> Arguments.of(
                                        model.getModelElementsByType(Process.class)
                                                .iterator()
                                                .next()
                                                .getId(),
                                        task.getId(),
                                        task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("humanTasks")
    void theDeadlineRemindsAndDecidesNothing(String process, String task, boolean manySigners) {
        String pilot = cases.registeredIn(Phase.DISCOVERY, Cases.HIGH);
        Map<String, Object> variables = new HashMap<>(Map.of(
                "pilotKey",
                pilot,
                "tier",
                "high",
                "agentic",
                true,
                "signers",
                List.of("bu-sponsor", "governance-chair"),
                "ringReviewer",
                "decision-owner",
                "role",
                "decision-owner",
                "person",
                "decision-owner",
                "nextPeriodEnd",
                Date.from(time.now().plus(Duration.ofDays(365)))));
        variables.put("staleRoles", List.of("security-review", "legal-privacy"));
        variables.put("partRoles", List.of("security-review", "legal-privacy"));
        variables.put("riskRole", "decision-owner");
        variables.put("limitChecker", "finance-partner");
        variables.put("limitDue", Date.from(time.now().plus(Duration.ofDays(365))));
        variables.put("killDefender", "bu-sponsor");
        variables.put("dutyRole", "security-review");
        variables.put("dutyDue", Date.from(time.now().plus(Duration.ofDays(365))));
        engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(pilot)
                .setVariables(variables)
                .startBeforeActivity(manySigners ? task + "#multiInstanceBody" : task)
                .execute();
        assertThat(cases.open(pilot)).contains(task);
        time.moveTo(reminderOf(pilot).plus(Duration.ofMinutes(1)));
        assertThat(trail.of(pilot, TrailFilter.ALL.ofKinds("escalated").at(task), PageRequest.of(0, 50))
                        .map(entry -> String.valueOf(entry.entry().arguments().get("level"))))
                .contains("L0");
        assertThat(trail.of(pilot, TrailFilter.ALL.ofKinds("completed", "gateDecided"), PageRequest.of(0, 5)))
                .isEmpty();
    }

    private Instant reminderOf(String pilot) {
        return jdbc.sql("select min(reminder_at) from task_deadline where pilot_key = ?")
                .param(pilot)
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }
}
