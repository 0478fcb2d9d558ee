package io.pilotage.workflow;

import io.pilotage.audit.CasePhases;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.history.HistoricProcessInstance;
import org.operaton.bpm.engine.runtime.Execution;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the case that a call of the engine's REST interface or of ours is about, by the ids in its address. */
@Component
class CaseOfCall {

    /** Our own pages and calls name the case or the task. */
    private static final Pattern OUR_CASE = Pattern.compile("/?(?:api/)?pilots/([\\w-]{1,64})(?:/.*)?");

    private static final Pattern OUR_TASK = Pattern.compile("/?(?:api/tasks|t)/([\\w:.-]{1,64})(?:/.*)?");

    private static final Pattern ABOUT =
            Pattern.compile("(?:history/)?(task|process-instance|execution|job)/([\\w:.-]{1,64})(?:/.*)?");

    private final ObjectProvider<ProcessEngine> engine;
    private final TrustedEngine trusted;
    private final CasePhases phases;

    CaseOfCall(ObjectProvider<ProcessEngine> engine, TrustedEngine trusted, @Lazy CasePhases phases) {
        this.engine = engine;
        this.trusted = trusted;
        this.phases = phases;
    }

    /** The case, and the human task where it is one; empty when the address names no case. */
    Optional<Place> find(String path) {
        Matcher ours = OUR_CASE.matcher(path);
        if (ours.matches()) {
            return Optional.of(ours.group(1))
                    .filter(pilotKey -> phases.of(pilotKey, null) != null)
                    .map(pilotKey -> new Place(pilotKey, null));
        }
        Matcher task = OUR_TASK.matcher(path);
        if (task.matches()) {
            return trusted.call(() -> find("task", task.group(1)));
        }
        Matcher about = ABOUT.matcher(path);
        return about.matches() ? trusted.call(() -> find(about.group(1), about.group(2))) : Optional.empty();
    }

    /**
     * The key of the case for a line of the log, which is written whatever else does not work.
     *
     * @param call method and whole path, as in {@code POST /engine-rest/task/1/complete}
     * @return null when the call is about no case, or when that cannot be found out
     */
    @Nullable String keyOf(String call) {
        try {
            return find(CallGate.belowTheEngine(call.substring(call.indexOf('/'))))
                    .map(Place::pilotKey)
                    .orElse(null);
        } catch (RuntimeException unknown) {
            return null;
        }
    }

    private Optional<Place> find(String kind, String id) {
        return switch (kind) {
            case "task" ->
                Optional.ofNullable(task(id))
                        .flatMap(task -> ofInstance(task.getProcessInstanceId(), task.getTaskDefinitionKey()));
            case "execution" ->
                Optional.ofNullable(engine().getRuntimeService()
                                .createExecutionQuery()
                                .executionId(id)
                                .singleResult())
                        .map(Execution::getProcessInstanceId)
                        .flatMap(instance -> ofInstance(instance, null));
            case "job" ->
                Optional.ofNullable(engine().getManagementService()
                                .createJobQuery()
                                .jobId(id)
                                .singleResult())
                        .map(Job::getProcessInstanceId)
                        .flatMap(instance -> ofInstance(instance, null));
            default -> ofInstance(id, null);
        };
    }

    private @Nullable Task task(String id) {
        return engine().getTaskService().createTaskQuery().taskId(id).singleResult();
    }

    private Optional<Place> ofInstance(String instance, @Nullable String task) {
        return Optional.ofNullable(engine().getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult())
                .map(HistoricProcessInstance::getBusinessKey)
                .map(pilotKey -> new Place(pilotKey, task));
    }

    private ProcessEngine engine() {
        return engine.getObject();
    }

    /** A case, and the human task of it that was meant. */
    record Place(String pilotKey, @Nullable String task) {}
}
