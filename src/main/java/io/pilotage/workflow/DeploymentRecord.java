package io.pilotage.workflow;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.verify.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.form.entity.OperatonFormDefinitionManager;
import org.operaton.bpm.engine.impl.persistence.deploy.Deployer;
import org.operaton.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.operaton.bpm.engine.impl.persistence.entity.OperatonFormDefinitionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.operaton.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.operaton.bpm.engine.repository.ResourceDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Puts every deployment on the trail: which files, each with the SHA-256 of its content, what they define in which
 * version, and the SHA-256 of the file that was in force before. Runs behind the engine's own deployers, so that the
 * versions are known; a deployment that is refused before is a refused call.
 */
@Component
class DeploymentRecord implements Deployer {

    private final Trail trail;

    DeploymentRecord(@Lazy Trail trail) {
        this.trail = trail;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, List<ResourceDefinitionEntity<?>>> definitions = definitions(deployment);
        List<Map<String, Object>> files = deployment.getResources().values().stream()
                .sorted(Comparator.comparing(ResourceEntity::getName))
                .map(file -> described(file, definitions.getOrDefault(file.getName(), List.of())))
                .toList();
        trail.append(TrailEntry.of(
                        Undertaking.DEPLOYMENT.chain(), EngineWords.now(), EngineWords.actorOrProduct(), "deployed")
                .as(EngineWords.roleOfActor(), null)
                .argument("files", files.size())
                .words("name", deployment.getName())
                .details(Map.of("files", files))
                .build());
    }

    private static Map<String, Object> described(ResourceEntity file, List<ResourceDefinitionEntity<?>> definitions) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("file", file.getName());
        described.put("sha256", Sha256.hex(file.getBytes()));
        definitions.stream()
                .map(DeploymentRecord::before)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(before -> described.put("before", Sha256.hex(fileOf(before))));
        described.put(
                "defines",
                definitions.stream()
                        .map(definition -> Map.of("id", definition.getKey(), "version", definition.getVersion()))
                        .toList());
        return described;
    }

    /** The version before; the engine knows it of models and tables, and has to be asked for that of a form. */
    private static Optional<ResourceDefinition> before(ResourceDefinitionEntity<?> definition) {
        ResourceDefinition before = definition instanceof OperatonFormDefinitionEntity form
                ? formBefore(form)
                : definition.getPreviousDefinition();
        return Optional.ofNullable(before).filter(found -> found.getDeploymentId() != null);
    }

    private static @Nullable ResourceDefinition formBefore(OperatonFormDefinitionEntity form) {
        return form.getVersion() == 1
                ? null
                : Context.getCommandContext()
                        .getSession(OperatonFormDefinitionManager.class)
                        .findDefinitionByKeyVersionAndTenantId(
                                form.getKey(), form.getVersion() - 1, form.getTenantId());
    }

    private static byte[] fileOf(ResourceDefinition definition) {
        return Context.getCommandContext()
                .getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName())
                .getBytes();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<ResourceDefinitionEntity<?>>> definitions(DeploymentEntity deployment) {
        Map<String, List<ResourceDefinitionEntity<?>>> byFile = new LinkedHashMap<>();
        if (deployment.getDeployedArtifacts() != null) {
            deployment
                    .getDeployedArtifacts()
                    .values()
                    .forEach(kind -> ((List<ResourceDefinitionEntity<?>>) kind)
                            .forEach(definition -> byFile.computeIfAbsent(
                                            definition.getResourceName(), file -> new ArrayList<>())
                                    .add(definition)));
        }
        return byFile;
    }
}
