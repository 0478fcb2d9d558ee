package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.PilotageTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.HistoryService;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.Deployment;
import org.springframework.beans.factory.annotation.Autowired;

/** What is remembered of a table, and for how long. */
@PilotageTest
class EngineTablesTests {

    private static final Map<String, Object> REVIEW = Map.of("task", "reviewSecurity", "tier", "low");

    @Autowired
    DecisionTables tables;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Test
    void newlyDeployedVersionCountsAtOnce() throws Exception {
        double before = due();
        String text =
                Files.readString(Path.of("processes/pilot/sla.dmn")).replaceAll("<text>\\d+</text>", "<text>77</text>");
        Deployment newer = repository
                .createDeployment()
                .addString("processes/pilot/sla.dmn", text)
                .deploy();
        try {
            assertThat(due()).isEqualTo(77);
        } finally {
            repository.deleteDeployment(newer.getId(), true);
        }
        assertThat(due()).isEqualTo(before);
    }

    @Test
    void ruleAskedAgainIsNotEvaluatedAgain() {
        due();
        long before = evaluations("sla");
        due();
        assertThat(evaluations("sla")).isEqualTo(before);
    }

    @Test
    void decisionOnACaseIsInTheHistoryEachTime() {
        long before = evaluations("gateRequirements");
        tables.list("gateRequirements", Map.of("gate", "G1"));
        tables.list("gateRequirements", Map.of("gate", "G1"));
        assertThat(evaluations("gateRequirements")).isEqualTo(before + 2);
    }

    private double due() {
        return ((Number) tables.ruleRow("sla", REVIEW).get("due")).doubleValue();
    }

    private long evaluations(String decision) {
        return history.createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey(decision)
                .count();
    }
}
