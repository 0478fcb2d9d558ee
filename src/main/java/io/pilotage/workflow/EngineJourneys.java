package io.pilotage.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts and addresses processes through the engine's messages. */
@Component
class EngineJourneys implements Journeys {

    private final ObjectProvider<RuntimeService> runtime;
    private final TrustedEngine trusted;
    private final AtWork atWork = new AtWork();

    EngineJourneys(ObjectProvider<RuntimeService> runtime, TrustedEngine trusted) {
        this.runtime = runtime;
        this.trusted = trusted;
    }

    @Override
    public void start(String message, String pilotKey, Map<String, Object> variables) {
        atWork.calling(() -> trusted.call(() -> runtime.getObject()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(pilotKey)
                .setVariable("pilotKey", pilotKey)
                .setVariables(variables)
                .correlateStartMessage()));
    }

    @Override
    public boolean tell(String message, String pilotKey, Map<String, Object> variables) {
        return tell(message, pilotKey, Map.of(), variables);
    }

    @Override
    public boolean tell(String message, String pilotKey, Map<String, Object> which, Map<String, Object> variables) {
        return atWork.calling(() -> trusted.call(() -> !runtime.getObject()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(pilotKey)
                .processInstanceVariablesEqual(which)
                .setVariables(variables)
                .correlateAllWithResult()
                .isEmpty()));
    }

    @Override
    public List<String> endOthers(String message, String pilotKey) {
        Set<String> working = atWork.instances();
        return trusted.call(() -> runtime
                .getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(pilotKey)
                .rootProcessInstances()
                .list()
                .stream()
                .filter(instance -> !working.contains(instance.getId()))
                .filter(instance -> !endsByItself(instance, message))
                .map(this::takeBack)
                .toList());
    }

    private boolean endsByItself(ProcessInstance instance, String message) {
        return !runtime.getObject()
                .createMessageCorrelation(message)
                .processInstanceId(instance.getId())
                .correlateAllWithResult()
                .isEmpty();
    }

    private String takeBack(ProcessInstance instance) {
        runtime.getObject().deleteProcessInstance(instance.getId(), "The case is over");
        return instance.getProcessDefinitionKey();
    }
}
