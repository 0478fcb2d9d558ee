package io.pilotage.workflow;

import io.pilotage.audit.Trail;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import java.util.Map;
import org.operaton.bpm.engine.BadUserRequestException;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The door on start forms: a process that begins with a form begins by that form, handed in by somebody who may. */
@Component
class StartDoor {

    private final Forms forms;
    private final FormRules rules;
    private final TaskBeans beans;
    private final People people;
    private final Trail trail;
    private final RefusalSentences sentences;
    private final ApplicationEventPublisher events;

    StartDoor(
            Forms forms,
            FormRules rules,
            TaskBeans beans,
            People people,
            Trail trail,
            RefusalSentences sentences,
            ApplicationEventPublisher events) {
        this.forms = forms;
        this.rules = rules;
        this.beans = beans;
        this.people = people;
        this.trail = trail;
        this.sentences = sentences;
        this.events = events;
    }

    /**
     * Admits the start form when the process begins at the start event that has one, then announces the process.
     * Everything else, a message or a start in the middle, is begun by the product and by no person.
     */
    void begun(ExecutionEntity execution) {
        ProcessDefinitionEntity definition = execution.getProcessDefinition();
        boolean byForm = beginsWithForm(execution, definition);
        if (execution.getSuperExecution() == null && (byForm || EngineWords.actor() != null)) {
            admit(execution, definition, byForm);
        }
        String pilotKey = EngineWords.pilotKey(execution);
        events.publishEvent(new StepEntered(pilotKey, definition.getKey(), definition.getKey()));
    }

    private void admit(ExecutionEntity execution, ProcessDefinitionEntity definition, boolean byForm) {
        Map<String, Object> submitted = Admission.submitted();
        String actor = EngineWords.actor();
        if (submitted == null || actor == null || !byForm) {
            Refused refused = new Refused("workflow.start.onlyByForm");
            throw new BadUserRequestException(sentences.of(refused, LocaleContextHolder.getLocale()), refused);
        }
        Person person = people.find(actor).orElseThrow(() -> new Refused("workflow.person.unknown", actor));
        Role role = person.roles().stream()
                .filter(Role::decides)
                .findFirst()
                .orElseThrow(() -> Refused.forbidden("workflow.start.role"));
        FormSchema form = forms.of(definition.getDeploymentId(), startFormOf(definition));
        Map<String, Object> answers = rules.check(form, submitted, Map.of());
        Submission submission = new Submission("", form.id(), actor, role.group(), null, EngineWords.now(), Map.of());
        Map<String, Object> variables = beans.start(form.id(), answers, submission);
        String pilotKey = String.valueOf(variables.get("pilotKey"));
        execution.setProcessBusinessKey(pilotKey);
        variables.forEach(execution::setVariable);
        trail.append(TrailEntries.start(pilotKey, definition, actor, role.group())
                .form(form.id(), form.version())
                .tables(EvaluatedTables.taken())
                .details(Answers.gathered(form.id(), form.wordsApart(answers, actor)))
                .build());
    }

    private static boolean beginsWithForm(ExecutionEntity execution, ProcessDefinitionEntity definition) {
        return definition.getStartFormDefinition() != null
                && definition.getStartFormDefinition().getOperatonFormDefinitionKey() != null
                && execution.getActivity() != null
                && execution.getActivity().equals(definition.getInitial());
    }

    private static String startFormOf(ProcessDefinitionEntity definition) {
        return definition
                .getStartFormDefinition()
                .getOperatonFormDefinitionKey()
                .getExpressionText();
    }
}
