package io.pilotage.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;
import org.operaton.bpm.engine.impl.persistence.entity.JobEntity;
import org.operaton.bpm.engine.impl.persistence.entity.SuspensionState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine's side of a deadline: the timer at the task and the due date on it. */
@Component
class DeadlineTimer {

    private final ObjectProvider<ProcessEngine> engine;

    DeadlineTimer(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** Stops the clock: the timer stays where it is and does not fire. */
    void stop(Deadline deadline) {
        inEngine(context -> eachTimer(
                context, deadline, timer -> timer.setSuspensionState(SuspensionState.SUSPENDED.getStateCode())));
    }

    /** Lets the clock run again: the timer fires next at the given instant, and the tasks show their new due date. */
    void carryOn(Deadline deadline, Instant due, Instant next, List<String> openTasks) {
        inEngine(context -> {
            eachTimer(context, deadline, timer -> {
                timer.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
                timer.setDuedate(Date.from(next));
            });
            openTasks.forEach(
                    task -> context.getTaskManager().findTaskById(task).setDueDate(Date.from(due)));
        });
    }

    private static void eachTimer(CommandContext context, Deadline deadline, Consumer<JobEntity> change) {
        context.getJobManager().findJobsByProcessInstanceId(deadline.processInstanceId()).stream()
                .filter(job -> (deadline.taskId() + "Deadline").equals(job.getActivityId()))
                .forEach(change);
    }

    private void inEngine(Consumer<CommandContext> work) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        Command<Boolean> command = context -> {
            work.accept(context);
            return true;
        };
        configuration.getCommandExecutorTxRequired().execute(command);
    }
}
