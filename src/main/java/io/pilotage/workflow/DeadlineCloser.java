package io.pilotage.workflow;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Closes a task's deadline when the process leaves the task, completed or taken back. */
@Component
class DeadlineCloser implements ExecutionListener {

    private final DeadlineBook book;

    DeadlineCloser(@Lazy DeadlineBook book) {
        this.book = book;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String activity = execution.getCurrentActivityId();
        int body = activity.indexOf("#multiInstanceBody");
        String task = body < 0 ? activity : activity.substring(0, body);
        book.close(execution.getProcessInstanceId(), task, EngineWords.now());
    }
}
