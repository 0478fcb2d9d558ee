package io.pilotage.workflow;

import java.util.Map;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.runtime.MessageCorrelationResult;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts and addresses processes through the engine's messages. */
@Component
class EngineJourneys implements Journeys {

    private final ObjectProvider<RuntimeService> runtime;
    private final TrustedEngine trusted;

    EngineJourneys(ObjectProvider<RuntimeService> runtime, TrustedEngine trusted) {
        this.runtime = runtime;
        this.trusted = trusted;
    }

    @Override
    public void start(String message, String pilotKey, Map<String, Object> variables) {
        trusted.run(() -> runtime.getObject()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(pilotKey)
                .setVariable("pilotKey", pilotKey)
                .setVariables(variables)
                .correlateStartMessage());
    }

    @Override
    public boolean tell(String message, String pilotKey, Map<String, Object> variables) {
        return trusted.call(() -> !runtime
                .getObject()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(pilotKey)
                .setVariables(variables)
                .correlateAllWithResult()
                .stream()
                .map(MessageCorrelationResult::getResultType)
                .toList()
                .isEmpty());
    }
}
