package io.pilotage.workflow;

import io.pilotage.audit.Personal;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door on human tasks: role, separation of duties, the form's rules, the typed hand-over to the module, and the
 * trail, all in the engine's own transaction, whichever client completes the task.
 */
@Component
class Door {

    private final Doorkeeper keeper;
    private final Forms forms;
    private final FormRules rules;
    private final TaskBeans beans;
    private final CaseDirectory cases;
    private final Inbox inbox;
    private final Waits waits;
    private final Signing signing;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Door(
            Doorkeeper keeper,
            Forms forms,
            FormRules rules,
            TaskBeans beans,
            CaseDirectory cases,
            Inbox inbox,
            Waits waits,
            Signing signing,
            Trail trail,
            ApplicationEventPublisher events) {
        this.keeper = keeper;
        this.forms = forms;
        this.rules = rules;
        this.beans = beans;
        this.cases = cases;
        this.inbox = inbox;
        this.waits = waits;
        this.signing = signing;
        this.trail = trail;
        this.events = events;
    }

    /** Names the accountable person, labels the task with its case, and tells who wants to know. */
    void opened(TaskEntity task) {
        String pilotKey = EngineWords.pilotKey(task.getExecution());
        task.setVariableLocal("pilot", CaseLabel.of(cases.summary(pilotKey)));
        keeper.accountableFor(task, pilotKey).ifPresent(task::setAssignee);
        inbox.opened(new OpenTask(
                task.getId(),
                task.getProcessInstanceId(),
                pilotKey,
                EngineWords.process(task),
                task.getTaskDefinitionKey(),
                keeper.groups(task).get(0),
                task.getAssignee(),
                EngineWords.now(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant()));
        events.publishEvent(new StepEntered(pilotKey, EngineWords.process(task), task.getTaskDefinitionKey()));
    }

    /** Lets only those take a task who may do it. */
    void assigned(TaskEntity task) {
        String person = task.getAssignee();
        String actor = EngineWords.actor();
        if (person == null) {
            givenBack(task, actor);
            return;
        }
        boolean byHand = inbox.assigned(task.getId(), person);
        Capacity capacity = keeper.admit(task, person);
        if (!byHand) {
            trail.append(TrailEntries.of(task, TrailEntry.PRODUCT, "reached")
                    .person("person", person)
                    .build());
        } else if (actor != null) {
            trail.append(TrailEntries.of(task, actor, capacity, actor.equals(person) ? "claimed" : "assigned")
                    .person("person", person)
                    .build());
        }
    }

    private void givenBack(TaskEntity task, @Nullable String actor) {
        String before = inbox.find(task.getId()).map(OpenTask::assignee).orElse(null);
        inbox.assigned(task.getId(), null);
        if (actor != null && before != null) {
            trail.append(TrailEntries.of(task, actor, "givenBack")
                    .person("person", before)
                    .build());
        }
    }

    /** Checks, hands over, writes the trail; anything thrown undoes everything. */
    void completed(TaskEntity task) {
        Map<String, Object> submitted = Admission.submitted();
        String actor = EngineWords.actor();
        if (submitted == null || actor == null) {
            throw new Refused("workflow.task.onlyByForm");
        }
        inbox.keepForMyself(task.getId());
        Capacity capacity = keeper.admitCompletion(task, actor);
        FormSchema form = forms.of(EngineWords.deployment(task), EngineWords.formId(task));
        Map<String, Object> visible = EngineWords.variables(task);
        Map<String, Object> context = new HashMap<>(visible);
        String pilotKey = EngineWords.pilotKey(task.getExecution());
        context.put("context", beans.context(task.getTaskDefinitionKey(), pilotKey, EngineWords.withoutNulls(visible)));
        Map<String, Object> answers = rules.check(form, submitted, context);
        Submission submission = new Submission(
                pilotKey,
                task.getTaskDefinitionKey(),
                actor,
                capacity.role(),
                capacity.onBehalfOf(),
                EngineWords.now(),
                Map.copyOf(EngineWords.withoutNulls(visible)));
        events.publishEvent(new TaskCompleted(
                pilotKey,
                EngineWords.process(task),
                task.getTaskDefinitionKey(),
                actor,
                capacity.role(),
                submission.at()));
        Map<String, Object> result = beans.complete(task.getTaskDefinitionKey(), form.id(), answers, submission);
        ExecutionEntity execution = task.getExecution();
        result.forEach((name, value) -> execution.getProcessInstance().setVariable(name, value));
        TrailEntry.Builder entry = TrailEntries.of(task, actor, capacity, "completed")
                .form(form.id(), form.version())
                .tables(EvaluatedTables.taken())
                .details(Answers.gathered(form.id(), form.wordsApart(answers, actor)))
                .details(Map.of(AnsweredForms.SEEN, Personal.words(JsonText.write(context.get("context")), actor)));
        // Last, so that nobody is asked to sign what would be refused for another reason.
        signing.sign(task, form, actor, entry);
        trail.append(entry.build());
        closed(task);
    }

    /** A task that is done or taken back waits for nobody. */
    void closed(TaskEntity task) {
        inbox.closed(task.getId(), EngineWords.now());
        waits.over(task.getId(), task.getProcessInstanceId(), task.getTaskDefinitionKey());
    }
}
