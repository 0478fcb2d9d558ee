package io.pilotage.workflow;

import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.form.entity.OperatonFormDefinitionManager;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;
import org.operaton.bpm.engine.impl.persistence.entity.OperatonFormDefinitionEntity;
import org.springframework.stereotype.Component;

/** The forms as deployed: the very version that belongs to the model version a task runs on. */
@Component
class Forms {

    private final Map<String, FormSchema> byDeployment = new ConcurrentHashMap<>();

    /**
     * The form deployed together with a model. Must be called inside an engine command.
     *
     * @throws IllegalStateException when the deployment holds no such form; the rules for models prevent it
     */
    FormSchema of(String deploymentId, String formId) {
        return byDeployment.computeIfAbsent(deploymentId + "/" + formId, key -> load(deploymentId, formId));
    }

    private static FormSchema load(String deploymentId, String formId) {
        CommandContext command = Context.getCommandContext();
        OperatonFormDefinitionEntity definition = command.getSession(OperatonFormDefinitionManager.class)
                .findDefinitionByDeploymentAndKey(deploymentId, formId);
        if (definition == null) {
            throw new IllegalStateException("Deployment " + deploymentId + " holds no form '" + formId + "'");
        }
        InputStream file = new java.io.ByteArrayInputStream(command.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(deploymentId, definition.getResourceName())
                .getBytes());
        return FormSchema.read(file);
    }
}
