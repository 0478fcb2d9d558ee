package io.pilotage.testing;

import io.pilotage.workflow.Refused;
import io.pilotage.workflow.StepEntered;
import io.pilotage.workflow.TaskCompleted;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Breaks the product's code on purpose, in the middle of the engine's transaction. */
@TestComponent
@RestController
public class Sabotage {

    private volatile Predicate<Object> when = event -> false;
    private volatile Supplier<RuntimeException> fault = IllegalStateException::new;

    /** Until the returned handle is closed, what fits is met with the fault. */
    public AutoCloseable of(Predicate<Object> events, Supplier<RuntimeException> thrown) {
        fault = thrown;
        when = events;
        return () -> when = event -> false;
    }

    @GetMapping({"/api/sabotage/{kind}", "/portfolio/sabotage/{kind}"})
    String page(@PathVariable String kind) {
        throw switch (kind) {
            case "refused" -> Refused.forbidden("workflow.start.role");
            case "race" -> new OptimisticLockingFailureException("inside");
            default -> new IllegalStateException("io.pilotage.Inside broke", new SQLException("select inside"));
        };
    }

    @EventListener
    void on(TaskCompleted event) {
        meet(event);
    }

    @EventListener
    void on(StepEntered event) {
        meet(event);
    }

    private void meet(Object event) {
        if (when.test(event)) {
            throw fault.get();
        }
    }
}
