package io.pilotage.workflow;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.workflow.CaseDirectory.Accountable;
import java.util.List;
import java.util.Optional;
import org.operaton.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Decides who may take and complete a human task: role, accountability, escalation, separation of duties. */
@Component
class Doorkeeper {

    private final People people;
    private final CaseDirectory cases;
    private final DeadlineBook deadlines;

    Doorkeeper(People people, CaseDirectory cases, DeadlineBook deadlines) {
        this.people = people;
        this.cases = cases;
        this.deadlines = deadlines;
    }

    /** The accountable person a new task goes to: named on the case, still holding the role, and not barred. */
    Optional<String> accountableFor(TaskEntity task, String pilotKey) {
        return groups(task).stream()
                .flatMap(group -> cases.accountable(pilotKey, group).stream()
                        .flatMap(held -> Optional.ofNullable(held.person()).stream()
                                .filter(person -> isOwner(held, person) || holds(person, group))))
                .findFirst()
                .filter(person -> !isBarred(task, pilotKey, person));
    }

    /** @throws Refused when the person may not have the task, with the reason */
    Capacity admit(TaskEntity task, String personId) {
        Person person = people.find(personId).orElseThrow(() -> new Refused("workflow.person.unknown", personId));
        String pilotKey = EngineWords.pilotKey(task.getExecution());
        List<String> groups = groups(task);
        if (groups.isEmpty()) {
            // Every task has its role by the rules for models: somebody else's completion was committed meanwhile.
            throw new ConcurrencyFailureException("Task " + task.getId() + " has no role any more");
        }
        Capacity capacity = groups.stream()
                .filter(group -> holds(person.id(), group))
                .findFirst()
                .map(group -> new Capacity(group, null))
                .or(() -> steppingIn(task, pilotKey, groups, person))
                .orElseThrow(() -> new Refused("workflow.task.role", Word.role(String.join(", ", groups))));
        cases.guardSeparation(pilotKey, task.getTaskDefinitionKey(), personId);
        return capacity;
    }

    /** @throws Refused when the actor may not complete the task, also because it is somebody else's */
    Capacity admitCompletion(TaskEntity task, String actor) {
        Capacity capacity = admit(task, actor);
        if (task.getAssignee() != null && !task.getAssignee().equals(actor)) {
            throw new Refused("workflow.task.someoneElses", people.nameOf(task.getAssignee()));
        }
        return capacity;
    }

    /** Groups that are candidates for the task; the first is the accountable role. */
    List<String> groups(TaskEntity task) {
        return task.getIdentityLinks().stream()
                .filter(link -> link.isGroup())
                .map(IdentityLinkEntity::getGroupId)
                .distinct()
                .toList();
    }

    private Optional<Capacity> steppingIn(TaskEntity task, String pilotKey, List<String> groups, Person person) {
        int level = deadlines.levelOf(task.getProcessInstanceId(), task.getTaskDefinitionKey());
        for (String group : groups) {
            Optional<Accountable> accountable = cases.accountable(pilotKey, group);
            boolean superior = accountable
                    .map(Accountable::superior)
                    .filter(person.id()::equals)
                    .isPresent();
            boolean owner =
                    accountable.filter(held -> isOwner(held, person.id())).isPresent();
            if (owner
                    || (level >= 2 && (superior || person.holds(Role.FUNCTION_HEAD)))
                    || (level >= 3 && person.holds(Role.GOVERNANCE_CHAIR))) {
                return Optional.of(new Capacity(
                        group,
                        owner ? null : accountable.map(Accountable::person).orElse(null)));
            }
        }
        return Optional.empty();
    }

    /** The superior to whom the role fell because nobody else took it; need not hold the role. */
    private static boolean isOwner(Accountable held, String person) {
        return person.equals(held.person()) && person.equals(held.superior());
    }

    private boolean holds(String personId, String group) {
        return Role.ofGroup(group)
                .flatMap(role -> people.find(personId).map(person -> person.holds(role)))
                .orElse(false);
    }

    private boolean isBarred(TaskEntity task, String pilotKey, String person) {
        try {
            cases.guardSeparation(pilotKey, task.getTaskDefinitionKey(), person);
            return false;
        } catch (Refused barred) {
            return true;
        }
    }
}
