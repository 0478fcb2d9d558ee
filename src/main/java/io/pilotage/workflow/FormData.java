package io.pilotage.workflow;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.identity.NamesInWords;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.operaton.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/**
 * What a form is shown with: the case's context, always fresh and written as its reader writes, and the person's own earlier answers when the task comes
 * back for rework. Nothing else of the process is sent to the browser.
 */
@Component
class FormData {

    private final Inbox inbox;
    private final TaskBeans beans;
    private final Trail trail;
    private final ObjectProvider<TaskService> tasks;
    private final TrustedEngine trusted;
    private final NamesInWords names;
    private final AnswerWords words;

    FormData(
            @Lazy Inbox inbox,
            @Lazy TaskBeans beans,
            @Lazy Trail trail,
            ObjectProvider<TaskService> tasks,
            @Lazy TrustedEngine trusted,
            @Lazy NamesInWords names,
            @Lazy AnswerWords words) {
        this.words = words;
        this.inbox = inbox;
        this.beans = beans;
        this.trail = trail;
        this.tasks = tasks;
        this.trusted = trusted;
        this.names = names;
    }

    /** The form's data by variable name; empty for a task that is done. */
    Map<String, Object> of(String engineTaskId) {
        return inbox.find(engineTaskId).map(this::of).orElse(Map.of());
    }

    private Map<String, Object> of(OpenTask task) {
        Map<String, Object> data = new HashMap<>();
        data.put(
                "context",
                Objects.requireNonNull(words.shown(
                        names.inAll(beans.context(task.taskId(), task.pilotKey(), variables(task))),
                        LocaleContextHolder.getLocale())));
        if (task.assignee() != null) {
            prefill(task.taskId(), beans.proposed(task.taskId(), task.pilotKey()), data);
        }
        if (task.assignee() != null && beans.opensWithLastAnswers(task.taskId())) {
            trail.of(
                            task.pilotKey(),
                            TrailFilter.ALL
                                    .ofKinds("completed")
                                    .at(task.taskId())
                                    .by(task.assignee()),
                            PageRequest.of(0, 1))
                    .forEach(earlier -> prefill(task.taskId(), earlier.entry().details(), data));
        }
        return data;
    }

    private Map<String, Object> variables(OpenTask task) {
        return trusted.call(() -> EngineWords.withoutNulls(tasks.getObject().getVariables(task.engineTaskId())));
    }

    private static void prefill(String formId, Map<String, Object> answers, Map<String, Object> data) {
        Map<String, Object> spread = Answers.spread(formId, answers);
        spread.remove(formId + "_" + AnsweredForms.SEEN);
        data.putAll(spread);
    }
}
