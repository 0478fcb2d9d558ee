package io.pilotage.workflow;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.exception.NotFoundException;
import org.operaton.bpm.engine.exception.NullValueException;
import org.operaton.bpm.engine.impl.FormServiceImpl;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.variable.VariableMap;
import org.springframework.context.i18n.LocaleContextHolder;

/** The engine's form service with the door in front; what is submitted reaches the door and nothing else. */
class DoorFormService extends FormServiceImpl {

    private final Admission admission;
    private final FormData data;
    private final FormTexts texts;
    private final PeopleOffered people;

    DoorFormService(Admission admission, FormData data, FormTexts texts, PeopleOffered people) {
        this.admission = admission;
        this.data = data;
        this.texts = texts;
        this.people = people;
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

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, @Nullable Collection<String> names, boolean deserialize) {
        VariableMap allowed = super.getTaskFormVariables(taskId, List.of(), deserialize);
        data.of(taskId).forEach((name, value) -> {
            if (names == null || names.isEmpty() || names.contains(name)) {
                allowed.put(name, value instanceof Map || value instanceof List ? json(value, deserialize) : value);
            }
        });
        return allowed;
    }

    private static JsonValue json(Object value, boolean deserialize) {
        return deserialize ? new JsonValue(value) : JsonValue.unread(value);
    }

    /** The engine asks who may read the task before it looks whether there is one, and stumbles when there is none. */
    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        try {
            getTaskFormData(taskId);
        } catch (NullValueException none) {
            throw new NotFoundException("No task " + taskId, none);
        }
        return people.in(texts.translated(super.getDeployedTaskForm(taskId), LocaleContextHolder.getLocale()));
    }

    @Override
    public InputStream getDeployedStartForm(String definitionId) {
        return people.in(texts.translated(super.getDeployedStartForm(definitionId), LocaleContextHolder.getLocale()));
    }
}
