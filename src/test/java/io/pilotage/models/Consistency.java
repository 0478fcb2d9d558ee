package io.pilotage.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.identity.Role;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.StartForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.dmn.DmnModelInstance;
import org.operaton.bpm.model.dmn.instance.Decision;
import org.operaton.bpm.model.dmn.instance.DecisionTable;
import org.operaton.bpm.model.dmn.instance.InputEntry;
import org.operaton.bpm.model.dmn.instance.OutputEntry;
import org.operaton.bpm.model.dmn.instance.Rule;

/** Holds models, forms, roles, decision tables, texts and code together; every problem says where and what. */
final class Consistency {

    private static final Set<String> COMPONENTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "select",
            "radio",
            "checkbox",
            "checklist",
            "taglist",
            "group",
            "text",
            "table",
            "separator",
            "spacer");
    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "datetime", "select", "radio", "checkbox", "checklist", "taglist");
    private static final Pattern REPEAT = Pattern.compile("([a-zA-Z]+)(\\d+)_(\\w+)");
    private static final Pattern WORD = Pattern.compile("\\$\\{!?(\\w+)");

    private final Project project;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> elements = new HashSet<>();
    private final Set<String> userTasks = new TreeSet<>();

    Consistency(Project project) {
        this.project = project;
    }

    List<String> problems() {
        String sources = project.sources();
        project.models().forEach((file, model) -> model(file, model, sources));
        forms();
        project.tables().forEach((file, table) -> table(file, table, sources));
        return problems;
    }

    private void model(String file, BpmnModelInstance model, String sources) {
        Set<String> results = new HashSet<>();
        model.getModelElementsByType(FlowElement.class).forEach(element -> {
            if (element instanceof FlowNode && !elements.add(element.getId())) {
                problem(file, element.getId(), "the id stands in two models");
            }
            if (element instanceof FlowNode && element.getDocumentations().isEmpty()) {
                problem(file, element.getId(), "is not documented");
            }
        });
        model.getModelElementsByType(org.operaton.bpm.model.bpmn.instance.BusinessRuleTask.class)
                .forEach(task -> results.add(task.getOperatonResultVariable()));
        Map<String, Class<?>> beans = Beans.humanTasks();
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            userTasks.add(task.getId());
            if (!beans.containsKey(task.getId())) {
                problem(file, task.getId(), "no class says what its completion means");
            }
            task.getOperatonCandidateGroupsList().stream()
                    .filter(group ->
                            !group.startsWith("${") && Role.ofGroup(group).isEmpty())
                    .forEach(group -> problem(file, task.getId(), "'" + group + "' is no role"));
        }
        Set<String> steps = Beans.serviceSteps();
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            String expression = String.valueOf(task.getOperatonDelegateExpression());
            if (!steps.contains(expression.replaceAll("[${}]", ""))) {
                problem(file, task.getId(), "there is no bean for " + expression);
            }
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                Matcher word = WORD.matcher(flow.getConditionExpression().getTextContent());
                while (word.find()) {
                    if (!results.contains(word.group(1)) && !sources.contains("\"" + word.group(1) + "\"")) {
                        problem(file, flow.getId(), "nothing sets the variable '" + word.group(1) + "'");
                    }
                }
            }
        }
    }

    private void forms() {
        Properties german = project.germanFormTexts();
        Map<String, Class<?>> beans = Beans.humanTasks();
        Map<String, Class<?>> starts = Beans.startForms();
        Set<String> seen = new HashSet<>();
        project.forms().forEach((file, form) -> {
            String id = form.path("id").asText();
            seen.add(id);
            if (!file.endsWith("/" + id + ".form")) {
                problem(file, id, "the form's id is not its file name");
            }
            boolean start = starts.containsKey(id);
            if (!start && !userTasks.contains(id)) {
                problem(file, id, "no user task has this form");
            }
            idsStandOnce(file, form.path("components"), new HashSet<>());
            Set<String> keys = new TreeSet<>();
            components(file, id, form.path("components"), keys);
            Class<?> bean = start ? starts.get(id) : beans.get(id);
            if (bean != null) {
                Set<String> answers = Beans.answersOf(bean, start ? StartForm.class : HumanTask.class);
                if (!answers.equals(keys)) {
                    Set<String> missing = new TreeSet<>(keys);
                    missing.removeAll(answers);
                    Set<String> extra = new TreeSet<>(answers);
                    extra.removeAll(keys);
                    problem(
                            file,
                            id,
                            "form and " + bean.getSimpleName() + " differ: only in the form " + missing
                                    + ", only in the code " + extra);
                }
            }
            translations(file, form, german);
        });
        userTasks.stream().filter(task -> !seen.contains(task)).forEach(task -> problem("forms", task, "has no form"));
    }

    /** A form with one id twice is not shown at all. */
    private void idsStandOnce(String file, JsonNode components, Set<String> seen) {
        for (JsonNode component : components) {
            if (component.has("id") && !seen.add(component.path("id").asText())) {
                problem(file, component.path("id").asText(), "the id stands twice in the form");
            }
            idsStandOnce(file, component.path("components"), seen);
        }
    }

    private void components(String file, String form, JsonNode components, Set<String> keys) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            String key = component.path("key").asText();
            String name = key.isEmpty() ? component.path("id").asText() : key;
            if (!COMPONENTS.contains(type)) {
                problem(file, name, "the component '" + type + "' does not work in Tasklist");
            }
            if (INPUTS.contains(type)) {
                if (!key.startsWith(form + "_")) {
                    problem(file, name, "the key must begin with '" + form + "_'");
                }
                if (type.startsWith("text")
                        && !(component.path("validate").path("maxLength").asInt(99999) <= 4000)) {
                    problem(file, name, "needs a length of at most 4,000");
                }
                String plain = key.substring(Math.min(key.length(), form.length() + 1));
                Matcher repeat = REPEAT.matcher(plain);
                keys.add(repeat.matches() ? repeat.group(1) : plain);
            }
            components(file, form, component.path("components"), keys);
        }
    }

    private void translations(String file, JsonNode form, Properties german) {
        Map<String, Boolean> spoken = new HashMap<>();
        texts(
                form.path("id").asText(),
                form.path("components"),
                (key, english) -> spoken.merge(english, german.containsKey(key), Boolean::logicalOr));
        spoken.forEach((english, there) -> {
            if (!there) {
                problem(file, english, "has no German text");
            }
        });
    }

    private static void texts(String form, JsonNode components, java.util.function.BiConsumer<String, String> visitor) {
        for (JsonNode component : components) {
            String owner = component.path("key").asText(component.path("id").asText());
            for (String attribute : List.of("label", "dateLabel", "description", "text")) {
                if (!component.path(attribute).asText().isBlank()) {
                    String kind = attribute.equals("dateLabel") ? "label" : attribute;
                    visitor.accept(
                            form + "." + owner + "." + kind,
                            component.path(attribute).asText());
                }
            }
            component
                    .path("values")
                    .forEach(option -> visitor.accept(
                            form + "." + owner + ".values."
                                    + option.path("value").asText(),
                            option.path("label").asText()));
            component
                    .path("columns")
                    .forEach(column -> visitor.accept(
                            form + "." + owner + ".columns."
                                    + column.path("key").asText(),
                            column.path("label").asText()));
            texts(form, component.path("components"), visitor);
        }
    }

    private void table(String file, DmnModelInstance table, String sources) {
        table.getModelElementsByType(Decision.class).forEach(decision -> rules(file, decision, sources));
    }

    private void rules(String file, Decision table, String sources) {
        String decision = table.getId();
        for (Rule rule : ((DecisionTable) table.getExpression()).getRules()) {
            List<InputEntry> inputs = new ArrayList<>(rule.getInputEntries());
            List<OutputEntry> outputs = new ArrayList<>(rule.getOutputEntries());
            String result = word(outputs.get(0).getTextContent());
            switch (decision) {
                case "sla" -> tasks(file, rule.getId(), quoted(inputs.get(0).getTextContent()));
                case "separationOfDuties" -> {
                    tasks(file, rule.getId(), quoted(inputs.get(0).getTextContent()));
                    if (!result.equals("requester") && !result.startsWith("accountable:")) {
                        tasks(file, rule.getId(), List.of(result.replace("last:", "")));
                    }
                }
                case "requiredSteps" -> {
                    if (!elements.contains(result)) {
                        problem(file, rule.getId(), "no model has an element '" + result + "'");
                    }
                }
                case "approvalLevel" -> {
                    if (Role.ofGroup(result).isEmpty()) {
                        problem(file, rule.getId(), "'" + result + "' is no role");
                    }
                }
                case "gateRequirements" -> requirement(file, rule.getId(), result, sources);
                default -> {}
            }
        }
    }

    private void tasks(String file, String rule, List<String> named) {
        named.stream()
                .filter(task -> !userTasks.contains(task))
                .forEach(task -> problem(file, rule, "there is no task '" + task + "'"));
    }

    private void requirement(String file, String rule, String requirement, String sources) {
        if (requirement.startsWith("accountable:")) {
            if (Role.ofGroup(requirement.substring("accountable:".length())).isEmpty()) {
                problem(file, rule, "'" + requirement + "' names no role");
            }
        } else if (!sources.contains("\"" + requirement + "\"")) {
            problem(file, rule, "nothing vouches for the fact '" + requirement + "', so the gate would never open");
        }
    }

    private static String word(String entry) {
        return entry.strip().replace("\"", "");
    }

    private static List<String> quoted(String entry) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"(\\w+)\"").matcher(entry);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    private void problem(String file, String place, String sentence) {
        problems.add(file + ": " + place + ": " + sentence);
    }
}
