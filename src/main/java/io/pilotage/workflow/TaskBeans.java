package io.pilotage.workflow;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/** Finds the bean that a task or start form is named after, and hands it the answers in its own type. */
@Component
class TaskBeans {

    private final BeanFactory beans;
    private final CaseDirectory cases;

    TaskBeans(BeanFactory beans, CaseDirectory cases) {
        this.beans = beans;
        this.cases = cases;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> complete(String taskId, String formId, Map<String, Object> answers, Submission submission) {
        HumanTask<Object> task = beans.getBean(taskId, HumanTask.class);
        return task.completed(Answers.bind(formId, answers, answerType(task, HumanTask.class)), submission);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> start(String formId, Map<String, Object> answers, Submission submission) {
        StartForm<Object> form = beans.getBean(formId, StartForm.class);
        return form.submitted(Answers.bind(formId, answers, answerType(form, StartForm.class)), submission);
    }

    /** What the form shows read-only: the case, and what the task's module adds. */
    Map<String, Object> context(String taskId, String pilotKey, Map<String, Object> variables) {
        Map<String, Object> context = new HashMap<>();
        context.put("pilot", cases.summary(pilotKey));
        if (beans.containsBean(taskId)) {
            HumanTask<?> task = beans.getBean(taskId, HumanTask.class);
            context.putAll(task.context(pilotKey, variables));
        }
        return context;
    }

    /** Answers with which the form opens for somebody who has not answered it yet. */
    Map<String, Object> proposed(String taskId, String pilotKey) {
        if (!beans.containsBean(taskId)) {
            return Map.of();
        }
        HumanTask<?> task = beans.getBean(taskId, HumanTask.class);
        return task.proposed(pilotKey);
    }

    boolean opensWithLastAnswers(String taskId) {
        return beans.containsBean(taskId)
                && beans.getBean(taskId, HumanTask.class).opensWithLastAnswers();
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> answerType(Object bean, Class<?> kind) {
        Class<?> type = ResolvableType.forClass(org.springframework.aop.support.AopUtils.getTargetClass(bean))
                .as(kind)
                .getGeneric(0)
                .resolve();
        if (type == null) {
            throw new IllegalStateException(bean.getClass() + " must name the record of its answers");
        }
        return (Class<Object>) type;
    }
}
