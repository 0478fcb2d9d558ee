package io.pilotage.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.context.CoreExecutionContext;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Which processes run on this thread: the one whose step it is, and those whose steps started or addressed it. */
final class AtWork {

    private final ThreadLocal<Deque<String>> callers = ThreadLocal.withInitial(ArrayDeque::new);

    /** Calls another process on behalf of the one at work, if there is one. */
    <T extends @Nullable Object> T calling(Supplier<T> call) {
        String caller = current();
        if (caller == null) {
            return call.get();
        }
        callers.get().push(caller);
        try {
            return call.get();
        } finally {
            callers.get().pop();
        }
    }

    /** Ids of their outermost instances; none outside the engine. */
    Set<String> instances() {
        Set<String> instances = new HashSet<>(callers.get());
        String current = current();
        if (current != null) {
            instances.add(current);
        }
        return instances;
    }

    private static @Nullable String current() {
        CoreExecutionContext<?> context = Context.getCoreExecutionContext();
        return context != null && context.getExecution() instanceof ExecutionEntity execution
                ? execution.getRootProcessInstanceId()
                : null;
    }
}
