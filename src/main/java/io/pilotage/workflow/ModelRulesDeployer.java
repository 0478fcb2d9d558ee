package io.pilotage.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.operaton.bpm.engine.impl.persistence.deploy.Deployer;
import org.operaton.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/** Holds every deployment against the rules for models before the engine reads it; one broken file deploys nothing. */
@Component
class ModelRulesDeployer implements Deployer {

    private final ModelRules rules;

    ModelRulesDeployer(ModelRules rules) {
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Set<String> forms = new HashSet<>();
        List<String> problems = new ArrayList<>();
        for (ResourceEntity file : deployment.getResources().values()) {
            if (file.getName().endsWith(".form")) {
                forms.add(rules.formIdOf(file.getName(), file.getBytes(), problems));
            }
        }
        for (ResourceEntity file : deployment.getResources().values()) {
            if (file.getName().endsWith(".bpmn")) {
                problems.addAll(rules.problemsOf(file.getName(), file.getBytes(), forms));
            }
        }
        if (!problems.isEmpty()) {
            throw new BrokenModels(problems);
        }
    }
}
