package io.pilotage.workflow;

import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.ActingRole;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.impl.util.ClockUtil;

/** The engine's terms in ours: case key, process, form, actor, now. */
final class EngineWords {

    private EngineWords() {}

    /** @throws IllegalStateException when the process carries no case key */
    static String pilotKey(VariableScope scope) {
        Object key = scope.getVariable("pilotKey");
        if (key == null) {
            throw new IllegalStateException("A process without the variable pilotKey belongs to no case");
        }
        return key.toString();
    }

    static String process(TaskEntity task) {
        return definition(task).getKey();
    }

    static int modelVersion(TaskEntity task) {
        return definition(task).getVersion();
    }

    static String deployment(TaskEntity task) {
        return definition(task).getDeploymentId();
    }

    /** The form of a task has the task's id; the rules for models hold that. */
    static String formId(TaskEntity task) {
        return task.getTaskDefinitionKey();
    }

    /** Id of the signed-in person the engine acts for, or null for the engine itself. */
    static @Nullable String actor() {
        Authentication current = Context.getCommandContext().getAuthentication();
        return current == null ? null : current.getUserId();
    }

    /** Id of the signed-in person, or the product. */
    static String actorOrProduct() {
        String actor = actor();
        return actor == null ? TrailEntry.PRODUCT : actor;
    }

    /** In which role the signed-in person acts outside of a task; null for the engine itself. */
    static @Nullable String roleOfActor() {
        return roleOf(Context.getCommandContext().getAuthentication());
    }

    static @Nullable String roleOf(@Nullable Authentication person) {
        return person == null || person.getGroupIds() == null ? null : ActingRole.among(person.getGroupIds());
    }

    /** The case of a process that runs or has run; null when it belongs to none. Inside an engine command only. */
    static @Nullable String pilotKeyOf(String processInstanceId) {
        CommandContext command = Context.getCommandContext();
        ExecutionEntity running = command.getExecutionManager().findExecutionById(processInstanceId);
        if (running != null && running.getBusinessKey() != null) {
            return running.getBusinessKey();
        }
        if (running != null && running.getVariable("pilotKey") != null) {
            return String.valueOf(running.getVariable("pilotKey"));
        }
        HistoricProcessInstanceEntity ended =
                command.getHistoricProcessInstanceManager().findHistoricProcessInstance(processInstanceId);
        return ended == null ? null : ended.getBusinessKey();
    }

    /** Version of the model with that id of the engine; null when there is none. */
    static @Nullable Integer modelVersion(@Nullable String definitionId) {
        if (definitionId == null) {
            return null;
        }
        ProcessDefinitionEntity definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId);
        return definition == null ? null : definition.getVersion();
    }

    static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    static Map<String, Object> variables(TaskEntity task) {
        return new HashMap<>(task.getVariables());
    }

    static Map<String, Object> withoutNulls(Map<String, Object> variables) {
        Map<String, Object> result = new HashMap<>(variables);
        result.values().removeIf(java.util.Objects::isNull);
        return result;
    }

    private static ProcessDefinitionEntity definition(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        return execution.getProcessDefinition();
    }
}
