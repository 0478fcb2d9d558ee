package io.pilotage.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.task.Task;
import org.operaton.bpm.engine.variable.VariableMap;

/** The engine's task service with the door in front: nobody acts for somebody else, nobody writes raw variables. */
class DoorTaskService extends LockedTaskService {

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
            onlyForMyself(person == null ? holder(taskId) : person);
            super.setAssignee(taskId, person);
        });
    }

    @Override
    void refuse(String taskId, String messageKey) {
        admission.assigning(taskId, () -> {
            throw new Refused(messageKey);
        });
    }

    private @Nullable String holder(String taskId) {
        Task task = createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new Refused("workflow.task.gone");
        }
        return task.getAssignee();
    }

    private void onlyForMyself(@Nullable String person) {
        Authentication current = actor();
        if (current != null && !current.getUserId().equals(person)) {
            throw new Refused("workflow.task.onlyForMyself");
        }
    }

    private @Nullable Authentication actor() {
        return commandExecutor.execute((Command<@Nullable Authentication>)
                command -> Context.getCommandContext().getAuthentication());
    }
}
