package io.pilotage.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.CatchEvent;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.bpmn.instance.TimerEventDefinition;
import org.operaton.bpm.model.bpmn.instance.UserTask;

/**
 * A static proof over all models: whatever a timer sets off, a person completes a task before anything is approved. The
 * approvals are the elements after which a case may go further than before.
 */
class SilenceNeverApprovesTests {

    /** Flows that only a person's word opens: the condition, and the class of the task whose completion alone says it. */
    private static final Map<String, String> ONLY_BY_A_PERSON = Map.of(
            "${defenceUpheld}", "DecideDefence",
            "${ringDecision == 'promote'}", "ReviewRing",
            "${riskOwned}", "OwnReopeningRisk",
            "${loopsOwned}", "SettleLoops",
            "${pointDecidedAgain}", "DecidePointAgain");

    private static final Set<String> APPROVALS = Set.of(
            "charterWasGranted",
            "grantAuthorisation",
            "sealMoneyCase",
            "roiSignatureRenewed",
            "contractWasRenewed",
            "approvalsRenewed",
            "advanceRing",
            "recordDefence",
            "transferAccountability",
            "callRoiSignOff",
            "callGovernanceReview",
            "callWorkflowRedesign",
            "callRollout",
            "pointStaysClosed",
            "goesOnWithoutLoop",
            "pointIsDecidedAgain");

    @Test
    void noPathFromATimerReachesAnApproval() {
        Map<String, BpmnModelInstance> models = new Project(Path.of(".")).models();
        List<String> breaches = new ArrayList<>();
        models.forEach((file, model) -> breaches.addAll(breaches(file, model)));
        assertThat(breaches).isEmpty();
        assertThat(models.values().stream()
                        .mapToInt(model -> timers(model).size())
                        .sum())
                .isGreaterThan(50);
    }

    @Test
    void everyApprovalIsInTheModels() {
        Set<String> ids = new HashSet<>();
        new Project(Path.of("."))
                .models()
                .values()
                .forEach(model -> model.getModelElementsByType(FlowNode.class).forEach(node -> ids.add(node.getId())));
        assertThat(ids).containsAll(APPROVALS);
    }

    @Test
    void onlyTheNamedTaskSaysThePersonsWord() {
        String sources = new Project(Path.of(".")).sources();
        ONLY_BY_A_PERSON.forEach((condition, task) -> {
            String variable = condition.replaceAll("\\$\\{(\\w+).*", "$1");
            List<String> others = Arrays.stream(sources.split("(?=package io\\.pilotage)"))
                    .filter(source -> source.contains("\"" + variable + "\", ")
                            && !source.contains("\"" + variable + "\", false")
                            && !source.contains("\"" + variable + "\", \"hold\""))
                    .filter(source -> !source.contains("class " + task + " "))
                    .toList();
            assertThat(others).isEmpty();
        });
    }

    @Test
    void aTimerThatApprovesIsSeen() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("discovery")
                .startEvent()
                .userTask("decideCharter")
                .endEvent()
                .moveToActivity("decideCharter")
                .boundaryEvent("decideCharterDeadline")
                .timerWithDuration("P1D")
                .endEvent("charterWasGranted")
                .done();
        assertThat(breaches("broken", model)).hasSize(1);
    }

    private static List<String> breaches(String file, BpmnModelInstance model) {
        List<String> breaches = new ArrayList<>();
        for (CatchEvent timer : timers(model)) {
            Set<FlowNode> reached = withoutPeople(timer, leavesTheTask(timer));
            reached.stream()
                    .filter(node -> isApproval(node))
                    .forEach(node -> breaches.add(file + ": from " + timer.getId() + " to " + node.getId()));
        }
        return breaches;
    }

    private static boolean isApproval(FlowNode node) {
        return APPROVALS.contains(node.getId());
    }

    private static List<CatchEvent> timers(BpmnModelInstance model) {
        return model.getModelElementsByType(CatchEvent.class).stream()
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .toList();
    }

    /** A timer that interrupts, or that the token itself waits at; the others leave the person's task open. */
    private static boolean leavesTheTask(CatchEvent timer) {
        return !(timer instanceof BoundaryEvent boundary) || boundary.cancelActivity();
    }

    /**
     * Everything that is reached from the element without a person completing a task on the way.
     *
     * @param alone whether no task stays open beside this path, so that a sub-process ends with it
     */
    private static Set<FlowNode> withoutPeople(FlowNode from, boolean alone) {
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            FlowNode node = ahead.pop();
            for (SequenceFlow flow : node.getOutgoing()) {
                FlowNode next = flow.getTarget();
                if (flow.getConditionExpression() != null
                        && ONLY_BY_A_PERSON.containsKey(
                                flow.getConditionExpression().getTextContent())) {
                    continue;
                }
                if (reached.add(next) && !(next instanceof UserTask)) {
                    ahead.push(next);
                    if (next instanceof SubProcess inner) {
                        inner.getFlowElements().stream()
                                .filter(FlowNode.class::isInstance)
                                .map(FlowNode.class::cast)
                                .filter(element -> element.getIncoming().isEmpty())
                                .forEach(ahead::push);
                    }
                }
            }
            if (node instanceof EndEvent
                    && node.getParentElement() instanceof SubProcess around
                    && reached.add(around)) {
                ahead.push(around);
            }
        }
        reached.remove(from);
        return reached;
    }
}
