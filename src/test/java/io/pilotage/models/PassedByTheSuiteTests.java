package io.pilotage.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.FlowRecorder;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.EventBasedGateway;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of the models the whole suite has passed; runs last. Every flow node, and at least 95 % of the sequence flows, or
 * the build fails. The report is {@code target/model-coverage.md}. The engine waits at an event-based gateway without
 * taking its flows; they count when the event behind them has come.
 *
 * @see ClassOrderer.OrderAnnotation
 */
@PilotageTest
@Order(Integer.MAX_VALUE)
class PassedByTheSuiteTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyFlowNodeAndNearlyEveryFlowIsPassed() throws IOException {
        Set<String> passed = new HashSet<>(jdbc.sql("select distinct ACT_ID_ from ACT_HI_ACTINST")
                .query(String.class)
                .list());
        Set<String> nodes = new TreeSet<>();
        Set<String> flows = new TreeSet<>();
        Set<String> waitedOn = new HashSet<>();
        for (BpmnModelInstance model : new Project(Path.of(".")).models().values()) {
            model.getModelElementsByType(FlowNode.class).forEach(node -> nodes.add(node.getId()));
            model.getModelElementsByType(SequenceFlow.class).forEach(flow -> {
                flows.add(flow.getId());
                if (flow.getSource() instanceof EventBasedGateway
                        && passed.contains(flow.getTarget().getId())) {
                    waitedOn.add(flow.getId());
                }
            });
        }
        List<String> missedNodes =
                nodes.stream().filter(node -> !passed.contains(node)).toList();
        List<String> missedFlows = flows.stream()
                .filter(flow -> !FlowRecorder.taken().contains(flow) && !waitedOn.contains(flow))
                .toList();
        report(nodes.size(), flows.size(), missedNodes, missedFlows);
        assertThat(missedNodes).as("flow nodes that no test passes").isEmpty();
        assertThat(missedFlows)
                .as("sequence flows that no test takes")
                .hasSizeLessThanOrEqualTo(flows.size() * 5 / 100);
    }

    private static void report(int nodes, int flows, List<String> missedNodes, List<String> missedFlows)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# What of the models the tests pass",
                "",
                "| | all | passed |",
                "|---|---|---|",
                "| flow nodes | %d | %d |".formatted(nodes, nodes - missedNodes.size()),
                "| sequence flows | %d | %d |".formatted(flows, flows - missedFlows.size()),
                ""));
        missedNodes.forEach(node -> lines.add("- flow node " + node));
        missedFlows.forEach(flow -> lines.add("- sequence flow " + flow));
        Files.write(Path.of("target/model-coverage.md"), lines);
        System.out.println(String.join("\n", lines));
    }
}
