package io.pilotage.workflow;

import io.pilotage.audit.Trail;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.workflow.CaseDirectory.Accountable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.IdentityLinkType;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out one level of an escalation: who may act now, who is told, what the trail says. Never decides. */
@Component
class Escalation {

    private final ObjectProvider<TaskService> tasks;
    private final CaseDirectory cases;
    private final People people;
    private final DeadlineBook book;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Escalation(
            ObjectProvider<TaskService> tasks,
            CaseDirectory cases,
            People people,
            DeadlineBook book,
            Trail trail,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.cases = cases;
        this.people = people;
        this.book = book;
        this.trail = trail;
        this.events = events;
    }

    void carryOut(Deadline deadline, EscalationLevel level, List<Task> open, Instant now) {
        book.reached(deadline.id(), level.ordinal() + 1, now);
        for (Task task : open) {
            String role = roleOf(task);
            Optional<Accountable> accountable = cases.accountable(deadline.pilotKey(), role);
            Set<String> tell = new LinkedHashSet<>(holders(task, role));
            switch (level) {
                case REMINDER -> {}
                case DEPUTY ->
                    accountable.map(Accountable::deputy).ifPresent(deputy -> {
                        offered(task).addCandidateUser(deputy);
                        tell.add(deputy);
                    });
                case FUNCTION_HEAD -> tell.addAll(handTo(task, accountable, deadline.functionHeadGroup()));
                case CHAIR, SILENCE -> {
                    offered(task).addCandidateGroup(Role.GOVERNANCE_CHAIR.group());
                    tell.addAll(ids(people.holding(Role.GOVERNANCE_CHAIR)));
                }
            }
            trail.append(TrailEntries.escalated(deadline, level, now)
                    .as(role, null)
                    .persons("told", tell)
                    .build());
            events.publishEvent(new TaskEscalated(
                    deadline.pilotKey(),
                    deadline.taskId(),
                    task.getName(),
                    task.getId(),
                    level.shortName(),
                    role,
                    List.copyOf(tell),
                    deadline.steps().due(),
                    now));
        }
    }

    /** The superior becomes the assignee; without one, the task goes to the heads as a group. Who had it still sees it. */
    private List<String> handTo(Task task, Optional<Accountable> accountable, String headGroup) {
        if (task.getAssignee() != null) {
            offered(task).addCandidateUser(task.getAssignee());
        }
        Optional<String> superior = accountable.map(Accountable::superior);
        if (superior.isPresent()) {
            tasks.getObject().setAssignee(task.getId(), superior.get());
            return List.of(superior.get());
        }
        tasks.getObject().setAssignee(task.getId(), null);
        offered(task).addCandidateGroup(headGroup);
        return Role.ofGroup(headGroup).map(role -> ids(people.holding(role))).orElse(List.of());
    }

    /** The task inside the engine's own command: from outside nobody changes who it is offered to. */
    private static DelegateTask offered(Task task) {
        return (DelegateTask) task;
    }

    private List<String> holders(Task task, String role) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        return Role.ofGroup(role).map(r -> ids(people.holding(r))).orElse(List.of());
    }

    private String roleOf(Task task) {
        List<String> groups = new ArrayList<>();
        for (IdentityLink link : tasks.getObject().getIdentityLinksForTask(task.getId())) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null) {
                groups.add(link.getGroupId());
            }
        }
        groups.remove(Role.GOVERNANCE_CHAIR.group());
        return groups.isEmpty() ? Role.GOVERNANCE_CHAIR.group() : groups.get(0);
    }

    private static List<String> ids(List<Person> persons) {
        return persons.stream().map(Person::id).toList();
    }
}
