package io.pilotage.sample.process;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.workflow.Inbox;
import io.pilotage.workflow.OpenTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Does on past days what people do: hands in the intake form, takes tasks, hands in their forms, lets days go by. */
@Component
public class Rehearsal {

    private final ProcessEngine engine;
    private final Inbox inbox;
    private final People people;

    Rehearsal(ProcessEngine engine, Inbox inbox, People people) {
        this.engine = engine;
        this.inbox = inbox;
        this.people = people;
    }

    /** Goes back to a past moment; everything until {@link #backToPresent()} happens then. */
    public void goTo(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    public void backToPresent() {
        ClockUtil.reset();
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Hands in the intake form and gives the new case's key. */
    public String propose(String person, Map<String, Object> answers) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("pilotJourney")
                .latestVersion()
                .singleResult()
                .getId();
        return as(
                person,
                () -> engine.getFormService()
                        .submitStartForm(definition, answers)
                        .getBusinessKey());
    }

    /** Completes an open task as the person who has it, or as the first member of its role who may. */
    public void complete(OpenTask task, Map<String, Object> answers) {
        List<ProcessEngineException> refusals = new ArrayList<>();
        for (String person : candidates(task)) {
            try {
                as(person, () -> {
                    if (!person.equals(task.assignee())) {
                        engine.getTaskService().claim(task.engineTaskId(), person);
                    }
                    engine.getFormService().submitTaskForm(task.engineTaskId(), answers);
                    return person;
                });
                return;
            } catch (ProcessEngineException refused) {
                refusals.add(refused);
            }
        }
        throw new IllegalStateException(
                "Nobody could complete " + task.taskId() + " of " + task.pilotKey() + ": " + refusals);
    }

    public List<OpenTask> open(String pilotKey) {
        return inbox.of(pilotKey);
    }

    /** Lets the given time go by, running the case's timers at their own moments. */
    public void pass(String pilotKey, Duration time) {
        Instant until = now().plus(time);
        for (Job next = next(pilotKey, until); next != null; next = next(pilotKey, until)) {
            if (next.getDuedate() != null && next.getDuedate().toInstant().isAfter(now())) {
                goTo(next.getDuedate().toInstant());
            }
            engine.getManagementService().executeJob(next.getId());
        }
        if (until.isAfter(now())) {
            goTo(until);
        }
    }

    private @org.jspecify.annotations.Nullable Job next(String pilotKey, Instant until) {
        List<String> instances =
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(pilotKey)
                        .list()
                        .stream()
                        .map(instance -> instance.getProcessInstanceId())
                        .toList();
        return instances.stream()
                .flatMap(
                        instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance)
                                .withRetriesLeft()
                                .list()
                                .stream())
                .filter(job -> job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(until))
                .min(java.util.Comparator.comparing(job -> Objects.requireNonNullElse(job.getDuedate(), new Date(0))))
                .orElse(null);
    }

    private List<String> candidates(OpenTask task) {
        List<String> candidates = new ArrayList<>();
        if (task.assignee() != null) {
            candidates.add(task.assignee());
        } else {
            Role.ofGroup(task.role())
                    .ifPresent(role ->
                            people.holding(role).stream().map(Person::id).forEach(candidates::add));
        }
        return candidates;
    }

    private String as(String person, Supplier<String> work) {
        engine.getIdentityService()
                .setAuthentication(
                        person,
                        people.find(person).stream()
                                .flatMap(found -> found.roles().stream())
                                .map(Role::group)
                                .toList());
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
