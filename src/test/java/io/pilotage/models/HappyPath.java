package io.pilotage.models;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.CallActivity;
import org.operaton.bpm.model.bpmn.instance.ExclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.UserTask;

/**
 * Which human tasks the six phases hold for a pilot by the models themselves: gateways that read {@code steps} or
 * {@code reviews} are followed as the decision tables say, and all others in every direction.
 */
public final class HappyPath {

    private static final Pattern CHOICE = Pattern.compile("\\$\\{(?:steps|reviews)\\.contains\\('(\\w+)'\\)}");

    private final Map<String, BpmnModelInstance> phases;

    private HappyPath(Map<String, BpmnModelInstance> phases) {
        this.phases = phases;
    }

    /** Reads the models of the project, phase by phase in the order of the journey. */
    public static HappyPath ofTheProject() {
        Map<String, BpmnModelInstance> models = new Project(Path.of("."))
                .models().entrySet().stream()
                        .collect(toMap(
                                model -> Path.of(model.getKey()).getFileName().toString(), Map.Entry::getValue));
        Map<String, BpmnModelInstance> phases = new LinkedHashMap<>();
        for (String phase : List.of(
                "discovery", "roiSignOff", "governanceReview", "workflowRedesign", "rollout", "adoptionMeasurement")) {
            phases.put(phase, models.get(phase + ".bpmn"));
        }
        Set<String> called = new HashSet<>();
        models.get("pilotJourney.bpmn")
                .getModelElementsByType(CallActivity.class)
                .forEach(call -> called.add(call.getCalledElement()));
        if (!called.containsAll(phases.keySet())) {
            throw new IllegalStateException("The journey calls " + called);
        }
        return new HappyPath(phases);
    }

    /**
     * Ids of the human tasks that a pilot can meet when the tables name these steps and reviews.
     *
     * @param avoided tasks where the way ends, because the pilot gives no cause for them
     */
    public Set<String> tasks(Collection<String> chosen, Set<String> avoided) {
        Set<String> tasks = new TreeSet<>();
        phases.values()
                .forEach(phase -> phase.getModelElementsByType(StartEvent.class)
                        .forEach(start -> reach(start, chosen, avoided, tasks)));
        return tasks;
    }

    /** Ids of every human task in the phases. */
    public Set<String> allTasks() {
        Set<String> tasks = new TreeSet<>();
        phases.values()
                .forEach(
                        phase -> phase.getModelElementsByType(UserTask.class).forEach(task -> tasks.add(task.getId())));
        return tasks;
    }

    /** The group that the model makes accountable for a task; an expression where the case decides it. */
    public String group(String task) {
        return phases.values().stream()
                .map(phase -> phase.getModelElementById(task))
                .filter(UserTask.class::isInstance)
                .map(found -> ((UserTask) found).getOperatonCandidateGroups())
                .findFirst()
                .orElseThrow();
    }

    private static void reach(FlowNode start, Collection<String> chosen, Set<String> avoided, Set<String> tasks) {
        Set<String> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (avoided.contains(node.getId()) || !seen.add(node.getId())) {
                continue;
            }
            if (node instanceof UserTask) {
                tasks.add(node.getId());
            }
            followed(node, chosen).forEach(flow -> open.add(flow.getTarget()));
        }
    }

    private static List<SequenceFlow> followed(FlowNode node, Collection<String> chosen) {
        List<SequenceFlow> flows = List.copyOf(node.getOutgoing());
        List<SequenceFlow> named =
                flows.stream().filter(flow -> choice(flow) != null).toList();
        if (named.isEmpty()) {
            return flows;
        }
        List<SequenceFlow> taken =
                named.stream().filter(flow -> chosen.contains(choice(flow))).toList();
        boolean onlyOne = node instanceof ExclusiveGateway && !taken.isEmpty();
        return onlyOne
                ? taken
                : flows.stream()
                        .filter(flow -> choice(flow) == null || taken.contains(flow))
                        .toList();
    }

    private static String choice(SequenceFlow flow) {
        if (flow.getConditionExpression() == null) {
            return null;
        }
        Matcher read = CHOICE.matcher(flow.getConditionExpression().getTextContent());
        return read.matches() ? read.group(1) : null;
    }
}
