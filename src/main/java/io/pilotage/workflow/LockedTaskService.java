package io.pilotage.workflow;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.TaskServiceImpl;
import org.operaton.bpm.engine.task.Task;

/**
 * The engine's task service without every way to change a task past its form: its texts and dates, who it is offered
 * to, its variables, its end. What is left is for the door to open.
 */
abstract class LockedTaskService extends TaskServiceImpl {

    /** Refuses, in words and on the trail. */
    abstract void refuse(String taskId, String messageKey);

    @Override
    public void saveTask(Task task) {
        fixed(task.getId());
    }

    @Override
    public void deleteTask(String taskId) {
        fixed(taskId);
    }

    @Override
    public void deleteTask(String taskId, boolean cascade) {
        fixed(taskId);
    }

    @Override
    public void deleteTask(String taskId, String reason) {
        fixed(taskId);
    }

    @Override
    public void deleteTasks(Collection<String> taskIds) {
        taskIds.forEach(this::fixed);
    }

    @Override
    public void deleteTasks(Collection<String> taskIds, boolean cascade) {
        taskIds.forEach(this::fixed);
    }

    @Override
    public void deleteTasks(Collection<String> taskIds, String reason) {
        taskIds.forEach(this::fixed);
    }

    @Override
    public void setOwner(String taskId, @Nullable String person) {
        fixed(taskId);
    }

    @Override
    public void setPriority(String taskId, int priority) {
        fixed(taskId);
    }

    @Override
    public void setName(String taskId, String name) {
        fixed(taskId);
    }

    @Override
    public void setDescription(String taskId, String description) {
        fixed(taskId);
    }

    @Override
    public void setDueDate(String taskId, Date due) {
        fixed(taskId);
    }

    @Override
    public void setFollowUpDate(String taskId, Date followUp) {
        fixed(taskId);
    }

    @Override
    public void addUserIdentityLink(String taskId, String person, String type) {
        fixed(taskId);
    }

    @Override
    public void addGroupIdentityLink(String taskId, String group, String type) {
        fixed(taskId);
    }

    @Override
    public void addCandidateUser(String taskId, String person) {
        fixed(taskId);
    }

    @Override
    public void addCandidateGroup(String taskId, String group) {
        fixed(taskId);
    }

    @Override
    public void deleteUserIdentityLink(String taskId, String person, String type) {
        fixed(taskId);
    }

    @Override
    public void deleteGroupIdentityLink(String taskId, String group, String type) {
        fixed(taskId);
    }

    @Override
    public void deleteCandidateUser(String taskId, String person) {
        fixed(taskId);
    }

    @Override
    public void deleteCandidateGroup(String taskId, String group) {
        fixed(taskId);
    }

    @Override
    public void delegateTask(String taskId, String person) {
        refuse(taskId, "workflow.task.delegation");
    }

    @Override
    public void resolveTask(String taskId) {
        refuse(taskId, "workflow.task.delegation");
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        refuse(taskId, "workflow.task.delegation");
    }

    @Override
    public void handleBpmnError(String taskId, String code) {
        endless(taskId);
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message) {
        endless(taskId);
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
        endless(taskId);
    }

    @Override
    public void handleEscalation(String taskId, String code) {
        endless(taskId);
    }

    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
        endless(taskId);
    }

    @Override
    public void setVariable(String taskId, String name, Object value) {
        raw(taskId);
    }

    @Override
    public void setVariableLocal(String taskId, String name, Object value) {
        raw(taskId);
    }

    @Override
    public void setVariables(String taskId, Map<String, ?> variables) {
        raw(taskId);
    }

    @Override
    public void setVariablesLocal(String taskId, Map<String, ?> variables) {
        raw(taskId);
    }

    @Override
    public void updateVariables(String taskId, Map<String, ?> modifications, Collection<String> deletions) {
        raw(taskId);
    }

    @Override
    public void updateVariablesLocal(String taskId, Map<String, ?> modifications, Collection<String> deletions) {
        raw(taskId);
    }

    @Override
    public void removeVariable(String taskId, String name) {
        raw(taskId);
    }

    @Override
    public void removeVariableLocal(String taskId, String name) {
        raw(taskId);
    }

    @Override
    public void removeVariables(String taskId, Collection<String> names) {
        raw(taskId);
    }

    @Override
    public void removeVariablesLocal(String taskId, Collection<String> names) {
        raw(taskId);
    }

    private void fixed(String taskId) {
        refuse(taskId, "workflow.task.fixed");
    }

    private void endless(String taskId) {
        refuse(taskId, "workflow.task.onlyByForm");
    }

    private void raw(String taskId) {
        refuse(taskId, "workflow.task.rawVariables");
    }
}
