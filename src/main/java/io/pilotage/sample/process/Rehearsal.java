package io.pilotage.sample.process;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.workflow.Inbox;
import io.pilotage.workflow.OpenTask;
import io.pilotage.workflow.PlayedPeople;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.runtime.JobQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does on past days what people do: hands in the intake form, takes tasks, hands in their forms, lets days go by. */
@Component
public class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final ProcessEngine engine;
    private final Inbox inbox;
    private final People people;

    Rehearsal(ProcessEngine engine, Inbox inbox, People people) {
        this.engine = engine;
        this.inbox = inbox;
        this.people = people;
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Goes to the moment, also back to a past one, and runs what falls due until then at its own moment. */
    public void passUntil(Instant moment) {
        if (moment.isBefore(now())) {
            goTo(moment);
        }
        for (Optional<Job> next = next(moment); next.isPresent(); next = next(moment)) {
            Date due = next.get().getDuedate();
            if (due != null && due.toInstant().isAfter(now())) {
                goTo(due.toInstant());
            }
            run(next.get());
        }
        goTo(moment);
    }

    /** Keeps a note about the rehearsal itself in the database, under a name. */
    public void note(String name, String text) {
        engine.getManagementService().setProperty(name, text);
    }

    public void backToPresent() {
        ClockUtil.reset();
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
        List<String> refusals = new ArrayList<>();
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
                refusals.add(person + ": " + refused.getMessage());
            }
        }
        throw new IllegalStateException(
                "Nobody could complete " + task.taskId() + " of " + task.pilotKey() + ": " + refusals);
    }

    /** What is open on the case, most urgent first. */
    public List<OpenTask> open(String pilotKey) {
        return inbox.of(pilotKey);
    }

    private void run(Job job) {
        try {
            engine.getManagementService().executeJob(job.getId());
        } catch (ProcessEngineException e) {
            LOG.error("A job of process {} fails and is left alone", job.getProcessDefinitionKey(), e);
            engine.getManagementService().setJobRetries(job.getId(), 0);
        }
    }

    private void goTo(Instant moment) {
        ClockUtil.offset(moment.toEpochMilli() - System.currentTimeMillis());
    }

    private Optional<Job> next(Instant until) {
        List<Job> waiting = jobs().messages().listPage(0, 1);
        List<Job> next = waiting.isEmpty()
                ? jobs().timers()
                        .duedateLowerThan(Date.from(until.plusMillis(1)))
                        .orderByJobDuedate()
                        .asc()
                        .listPage(0, 1)
                : waiting;
        return next.stream().findFirst();
    }

    private JobQuery jobs() {
        return engine.getManagementService().createJobQuery().active().withRetriesLeft();
    }

    /** A task that nobody has got is often one that the accountable person, the first of the role, may not do. */
    private List<String> candidates(OpenTask task) {
        if (task.assignee() != null) {
            return List.of(task.assignee());
        }
        List<String> members = new ArrayList<>();
        Role.ofGroup(task.role()).map(people::holding).orElse(List.of()).stream()
                .map(Person::id)
                .forEach(person -> members.add(0, person));
        return members;
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
            return PlayedPeople.act(work);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
