package io.pilotage.workflow;

import java.time.Instant;
import java.util.List;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What a deadline timer sets off: every level that has been reached is carried out, and none of them approves. */
@Component("escalate")
class Escalate implements JavaDelegate {

    private final DeadlineBook book;
    private final Escalation escalation;

    Escalate(DeadlineBook book, Escalation escalation) {
        this.book = book;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String task = execution.getCurrentActivityId().replaceFirst("Escalated$", "");
        Instant now = EngineWords.now();
        book.find(execution.getProcessInstanceId(), task).ifPresent(deadline -> {
            List<Task> open = execution
                    .getProcessEngineServices()
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceId(execution.getProcessInstanceId())
                    .taskDefinitionKey(task)
                    .list();
            int reached = Math.max(deadline.levelAt(now), deadline.level());
            boolean again = reached == deadline.level();
            for (int level = deadline.level() + (again ? 0 : 1); level <= reached; level++) {
                escalation.carryOut(deadline, EscalationLevel.of(level), open, now);
            }
            book.reached(deadline.id(), reached, now);
            execution.setVariableLocal("silenceIsTotal", deadline.isSilenceTotal(now));
        });
    }
}
