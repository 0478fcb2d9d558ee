package io.pilotage.operations.process;

import io.pilotage.workflow.DrawnModel;
import io.pilotage.workflow.TrustedEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** What the elements of the deployed models are called, those too that are nobody's task. */
@Component
public class StepNames {

    private final ProcessEngine engine;
    private final TrustedEngine trusted;

    StepNames(ProcessEngine engine, TrustedEngine trusted) {
        this.engine = engine;
        this.trusted = trusted;
    }

    /**
     * The name in the newest models; empty where no model has such an element any more or it has no name. A step may
     * fail in a process that the one of its job calls, so all are looked through: ids are unique across models.
     */
    public Optional<String> find(String elementId, Locale language) {
        return trusted.call(() -> {
            RepositoryService models = engine.getRepositoryService();
            return models.createProcessDefinitionQuery().latestVersion().list().stream()
                    .map(ProcessDefinition::getId)
                    .filter(id -> models.getBpmnModelInstance(id).getModelElementById(elementId) != null)
                    .findFirst()
                    .flatMap(id -> new DrawnModel(text(models.getProcessModel(id)), language).nameOf(elementId));
        });
    }

    private static String text(InputStream model) {
        try (model) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
