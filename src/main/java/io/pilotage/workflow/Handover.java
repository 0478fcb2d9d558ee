package io.pilotage.workflow;

import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Passes the open tasks of somebody who is gone on to somebody else. */
@Component
public class Handover {

    private final Inbox inbox;
    private final CaseDirectory cases;
    private final ObjectProvider<TaskService> tasks;
    private final TrustedEngine trusted;

    Handover(Inbox inbox, CaseDirectory cases, ObjectProvider<TaskService> tasks, TrustedEngine trusted) {
        this.inbox = inbox;
        this.cases = cases;
        this.tasks = tasks;
        this.trusted = trusted;
    }

    /**
     * Gives the tasks of one role on a case away; a task the other one is barred from, or that nobody is there to take,
     * is open to the role.
     *
     * @param to the deputy, who must be named on the case, or null
     */
    public void handOver(String pilotKey, String role, String from, @Nullable String to) {
        inbox.of(pilotKey).stream()
                .filter(task -> role.equals(task.role()) && from.equals(task.assignee()))
                .forEach(task -> trusted.run(() -> tasks.getObject()
                        .setAssignee(task.engineTaskId(), to == null || isBarred(task, to) ? null : to)));
    }

    private boolean isBarred(OpenTask task, String person) {
        try {
            cases.guardSeparation(task.pilotKey(), task.taskId(), person);
            return false;
        } catch (Refused barred) {
            return true;
        }
    }
}
