package io.pilotage.workflow;

import java.util.HashMap;
import java.util.Map;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** A service task of ours: reads, calls one thing, says which process variables to set. Named like its element. */
@FunctionalInterface
public interface ServiceStep extends JavaDelegate {

    /**
     * Does the step's work in the engine's transaction.
     *
     * @param pilotKey key of the case
     * @param variables process variables the step can see, without those that are null; read-only
     * @return process variables to set; a null value is allowed and set
     */
    Map<String, Object> run(String pilotKey, Map<String, Object> variables);

    @Override
    default void execute(DelegateExecution execution) {
        Map<String, Object> variables = EngineWords.withoutNulls(new HashMap<>(execution.getVariables()));
        ExecutionEntity instance = ((ExecutionEntity) execution).getProcessInstance();
        run(EngineWords.pilotKey(execution), variables).forEach(instance::setVariable);
    }
}
