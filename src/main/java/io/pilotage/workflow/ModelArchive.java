package io.pilotage.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.DecisionDefinition;
import org.operaton.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands out models, forms and tables in the very version that was in force once, for whoever looks back. */
@Component
public class ModelArchive {

    private final ObjectProvider<RepositoryService> repository;
    private final TrustedEngine trusted;

    ModelArchive(ObjectProvider<RepositoryService> repository, TrustedEngine trusted) {
        this.repository = repository;
        this.trusted = trusted;
    }

    /** BPMN of a process; empty when that version was deleted. */
    public Optional<byte[]> model(String process, int version) {
        return trusted.call(() ->
                find(process, version).map(found -> read(repository.getObject().getProcessModel(found.getId()))));
    }

    /** DMN of a decision; empty when that version was deleted. */
    public Optional<byte[]> table(String decision, int version) {
        return trusted.call(() -> {
            DecisionDefinition found = repository
                    .getObject()
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(decision)
                    .decisionDefinitionVersion(version)
                    .singleResult();
            return Optional.ofNullable(found)
                    .map(table -> read(repository.getObject().getDecisionModel(table.getId())));
        });
    }

    /** The form as it was deployed together with a version of a process; empty when either was deleted. */
    public Optional<byte[]> form(String form, String process, int version) {
        return trusted.call(() -> find(process, version).flatMap(found -> {
            RepositoryService files = repository.getObject();
            return files.getDeploymentResourceNames(found.getDeploymentId()).stream()
                    .filter(name -> name.endsWith("/" + form + ".form") || name.equals(form + ".form"))
                    .findFirst()
                    .map(name -> read(files.getResourceAsStream(found.getDeploymentId(), name)));
        }));
    }

    private Optional<ProcessDefinition> find(String process, int version) {
        return Optional.ofNullable(repository
                .getObject()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .singleResult());
    }

    private static byte[] read(InputStream file) {
        try (file) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
