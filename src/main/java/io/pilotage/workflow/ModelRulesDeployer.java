package io.pilotage.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.impl.persistence.deploy.Deployer;
import org.operaton.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/** Holds every deployment against the rules for models before the engine reads it; one broken file deploys nothing. */
@Component
class ModelRulesDeployer implements Deployer {

    private final ModelGate gate;
    private final FormGate formGate;
    private final ModelRules rules;

    ModelRulesDeployer(ModelGate gate, FormGate formGate, ModelRules rules) {
        this.gate = gate;
        this.formGate = formGate;
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, FormSchema> forms = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (ResourceEntity file : deployment.getResources().values()) {
            if (file.getName().endsWith(".form")) {
                List<String> code = formGate.problemsOf(file.getName(), file.getBytes());
                problems.addAll(code);
                if (code.isEmpty()) {
                    rules.formOf(file.getName(), file.getBytes(), problems)
                            .ifPresent(form -> forms.put(form.id(), form));
                }
            }
        }
        for (ResourceEntity file : deployment.getResources().values()) {
            problems.addAll(problemsOf(file, forms));
        }
        if (!problems.isEmpty()) {
            throw new BrokenModels(problems);
        }
    }

    private List<String> problemsOf(ResourceEntity file, Map<String, FormSchema> forms) {
        String name = file.getName();
        boolean model = name.endsWith("bpmn") || name.endsWith("bpmn20.xml");
        boolean table = name.endsWith("dmn") || name.endsWith("dmn11.xml");
        if (name.endsWith(".form")) {
            return List.of();
        }
        if (!model && !table) {
            return List.of(name + ": is neither a model (.bpmn), a decision table (.dmn) nor a form (.form)");
        }
        List<String> code = gate.problemsOf(name, file.getBytes());
        return code.isEmpty() && model ? rules.problemsOf(name, file.getBytes(), forms) : code;
    }
}
