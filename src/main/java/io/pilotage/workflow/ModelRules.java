package io.pilotage.workflow;

import io.pilotage.identity.Role;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.ScriptTask;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.TimerEventDefinition;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * The rules a model must keep: every human task has an accountable role, a form, a due date and its one deadline timer;
 * every service task names a bean of ours; everything has a name.
 */
@Component
class ModelRules {

    static final String DUE = "${deadlines.due(execution)}";
    static final String NEXT = "${deadlines.next(execution)}";
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+}");

    private final BeanFactory beans;

    ModelRules(BeanFactory beans) {
        this.beans = beans;
    }

    /** What a form file states; a file that is no form adds a problem. */
    Optional<FormSchema> formOf(String file, byte[] bytes, List<String> problems) {
        try {
            return Optional.of(FormSchema.read(new ByteArrayInputStream(bytes)));
        } catch (IllegalArgumentException e) {
            problems.add(file + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** What is wrong with a model, each as {@code file: element: sentence}. */
    List<String> problemsOf(String file, byte[] bytes, Map<String, FormSchema> forms) {
        List<String> problems = new ArrayList<>();
        BpmnModelInstance model;
        try {
            model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (RuntimeException e) {
            return List.of(file + ": is no valid BPMN 2.0: " + e.getMessage());
        }
        Breaches breaches = (element, rule) -> problems.add(file + ": " + element + ": " + rule);
        model.getModelElementsByType(Process.class).forEach(process -> {
            if (!file.endsWith("/" + process.getId() + ".bpmn") && !file.equals(process.getId() + ".bpmn")) {
                breaches.add(process.getId(), "the process id must be the file name");
            }
        });
        model.getModelElementsByType(FlowNode.class).forEach(node -> {
            if (node.getName() == null || node.getName().isBlank()) {
                breaches.add(node.getId(), "has no name");
            }
        });
        model.getModelElementsByType(ScriptTask.class)
                .forEach(task -> breaches.add(task.getId(), "is a script; name a bean in a service task instead"));
        model.getModelElementsByType(UserTask.class).forEach(task -> userTask(task, forms, breaches));
        model.getModelElementsByType(ServiceTask.class).forEach(task -> serviceTask(task, breaches));
        return problems;
    }

    private void userTask(UserTask task, Map<String, FormSchema> forms, Breaches breaches) {
        String id = task.getId();
        List<String> groups = task.getOperatonCandidateGroupsList();
        if (groups.isEmpty()) {
            breaches.add(id, "has no accountable role; set one candidate group");
        }
        groups.stream()
                .filter(group -> !VARIABLE.matcher(group).matches()
                        && Role.ofGroup(group).isEmpty())
                .forEach(group -> breaches.add(id, "'" + group + "' is no role"));
        if (!id.equals(task.getOperatonFormRef()) || !forms.containsKey(id)) {
            breaches.add(id, "must have the form '" + id + "', deployed together with the model");
        }
        if (!"deployment".equals(task.getOperatonFormRefBinding())) {
            breaches.add(id, "its form must be bound to the deployment");
        }
        if (!DUE.equals(task.getOperatonDueDate())) {
            breaches.add(id, "its due date must be " + DUE);
        }
        if (!beans.containsBean(id) || !beans.isTypeMatch(id, HumanTask.class)) {
            breaches.add(id, "nothing says what its completion means; a bean '" + id + "' must");
        }
        signature(task, forms.get(id), breaches);
        Collection<BoundaryEvent> timers = task.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo() == task)
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .toList();
        if (timers.size() != 1
                || !timers.stream().allMatch(timer -> timer.getId().equals(id + "Deadline") && isDeadline(timer))) {
            breaches.add(
                    id, "must have exactly one deadline timer '" + id + "Deadline', non-interrupting, asking " + NEXT);
        }
    }

    /** Whoever signs reads what the signature says: the property and the form's statement go together. */
    private static void signature(UserTask task, @Nullable FormSchema form, Breaches breaches) {
        List<String> meanings = SignatureMark.of(task);
        if (meanings.size() > 1
                || meanings.stream()
                        .anyMatch(code -> SignatureMeaning.ofCode(code).isEmpty())) {
            breaches.add(task.getId(), "its property 'signature' must be one of review, approval, responsibility");
        }
        if (form != null && meanings.isEmpty() != (form.statement() == null)) {
            breaches.add(
                    task.getId(),
                    "its property 'signature' and the text '" + task.getId()
                            + "_declaration' of its form must both be there, or neither");
        }
    }

    private static boolean isDeadline(BoundaryEvent timer) {
        return !timer.cancelActivity()
                && timer.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(TimerEventDefinition.class::cast)
                        .allMatch(definition -> definition.getTimeCycle() != null
                                && NEXT.equals(definition.getTimeCycle().getTextContent()));
    }

    private void serviceTask(ServiceTask task, Breaches breaches) {
        String expression = task.getOperatonDelegateExpression();
        var bean = BEAN.matcher(expression == null ? "" : expression);
        if (!bean.matches()) {
            breaches.add(
                    task.getId(), "must name its bean as a delegate expression, for example ${" + task.getId() + "}");
        } else if (!beans.containsBean(bean.group(1))) {
            breaches.add(task.getId(), "there is no bean '" + bean.group(1) + "'");
        }
    }

    /** Where breaches are noted. */
    private interface Breaches {
        void add(String element, String rule);
    }
}
