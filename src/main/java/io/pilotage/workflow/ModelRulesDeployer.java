package io.pilotage.workflow;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.verify.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.operaton.bpm.engine.impl.persistence.deploy.Deployer;
import org.operaton.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Holds every deployment against the rules for models before the engine reads it; one broken file deploys nothing. */
@Component
class ModelRulesDeployer implements Deployer {

    private final ModelGate gate;
    private final ModelRules rules;
    private final Trail trail;

    ModelRulesDeployer(ModelGate gate, ModelRules rules, @Lazy Trail trail) {
        this.gate = gate;
        this.rules = rules;
        this.trail = trail;
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
            problems.addAll(problemsOf(file, forms));
        }
        if (!problems.isEmpty()) {
            throw new BrokenModels(problems);
        }
        record(deployment);
    }

    /** Who deployed which files, each with the SHA-256 of its content. */
    private void record(DeploymentEntity deployment) {
        Map<String, String> files = new TreeMap<>();
        deployment.getResources().values().forEach(file -> files.put(file.getName(), Sha256.hex(file.getBytes())));
        String actor = EngineWords.actor();
        trail.append(TrailEntry.of(
                        Undertaking.DEPLOYMENT.chain(),
                        EngineWords.now(),
                        actor == null ? TrailEntry.PRODUCT : actor,
                        "deployed")
                .argument("deployment", deployment.getName())
                .details(Map.of("files", files))
                .build());
    }

    private List<String> problemsOf(ResourceEntity file, Set<String> forms) {
        String name = file.getName();
        boolean model = name.endsWith("bpmn") || name.endsWith("bpmn20.xml");
        boolean table = name.endsWith("dmn") || name.endsWith("dmn11.xml");
        if (!model && !table) {
            return List.of();
        }
        List<String> code = gate.problemsOf(name, file.getBytes());
        return code.isEmpty() && model ? rules.problemsOf(name, file.getBytes(), forms) : code;
    }
}
