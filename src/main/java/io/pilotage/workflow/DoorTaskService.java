package io.pilotage.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.TaskServiceImpl;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.variable.VariableMap;

/** The engine's task service with the door in front: nobody acts for somebody else, nobody writes raw variables. */
class DoorTaskService extends TaskServiceImpl {

    private final Admission admission;

    DoorTaskService(Admission admission) {
        this.admission = admission;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        admission.through(taskId, variables, () -> {
            super.complete(taskId, Map.of());
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserialize) {
        return admission.through(
                taskId, variables, () -> super.completeWithVariablesInReturn(taskId, Map.of(), deserialize));
    }

    @Override
    public void claim(String taskId, String person) {
        admission.assigning(taskId, () -> {
            onlyForMyself(person);
            super.claim(taskId, person);
        });
    }

    @Override
    public void setAssignee(String taskId, @Nullable String person) {
        admission.assigning(taskId, () -> {
            if (person == null) {
                onlyForMyself(Objects.requireNonNullElse(
                        createTaskQuery().taskId(taskId).singleResult().getAssignee(), ""));
            } else {
                onlyForMyself(person);
            }
            super.setAssignee(taskId, person);
        });
    }

    @Override
    public void delegateTask(String taskId, String person) {
        admission.assigning(taskId, () -> {
            throw new Refused("workflow.task.delegation");
        });
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        noRawVariables(taskId);
    }

    @Override
    public void setVariable(String taskId, String name, Object value) {
        noRawVariables(taskId);
    }

    @Override
    public void setVariableLocal(String taskId, String name, Object value) {
        noRawVariables(taskId);
    }

    @Override
    public void setVariables(String taskId, Map<String, ?> variables) {
        noRawVariables(taskId);
    }

    @Override
    public void setVariablesLocal(String taskId, Map<String, ?> variables) {
        noRawVariables(taskId);
    }

    @Override
    public void updateVariables(String taskId, Map<String, ?> modifications, Collection<String> deletions) {
        noRawVariables(taskId);
    }

    @Override
    public void updateVariablesLocal(String taskId, Map<String, ?> modifications, Collection<String> deletions) {
        noRawVariables(taskId);
    }

    @Override
    public void removeVariable(String taskId, String name) {
        noRawVariables(taskId);
    }

    @Override
    public void removeVariableLocal(String taskId, String name) {
        noRawVariables(taskId);
    }

    @Override
    public void removeVariables(String taskId, Collection<String> names) {
        noRawVariables(taskId);
    }

    @Override
    public void removeVariablesLocal(String taskId, Collection<String> names) {
        noRawVariables(taskId);
    }

    private void noRawVariables(String taskId) {
        admission.assigning(taskId, () -> {
            throw new Refused("workflow.task.rawVariables");
        });
    }

    private void onlyForMyself(String person) {
        Authentication current = commandExecutor.execute(
                (Command<Authentication>) command -> Context.getCommandContext().getAuthentication());
        if (current != null && !current.getUserId().equals(person)) {
            throw new Refused("workflow.task.onlyForMyself");
        }
    }
}
