package io.pilotage.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.FormServiceImpl;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.variable.VariableMap;

/** The engine's form service with the door in front; what is submitted reaches the door and nothing else. */
class DoorFormService extends FormServiceImpl {

    private final Admission admission;

    DoorFormService(Admission admission) {
        this.admission = admission;
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, @Nullable Map<String, Object> properties) {
        return admission.through(definitionId, properties, () -> super.submitStartForm(definitionId, Map.of()));
    }

    /** The business key is given by the registry of pilots, so one that is sent along is not used. */
    @Override
    public ProcessInstance submitStartForm(
            String definitionId, String businessKey, @Nullable Map<String, Object> properties) {
        return submitStartForm(definitionId, properties);
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        admission.through(taskId, properties, () -> {
            super.submitTaskForm(taskId, Map.of());
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserialize) {
        return admission.through(
                taskId, properties, () -> super.submitTaskFormWithVariablesInReturn(taskId, Map.of(), deserialize));
    }
}
