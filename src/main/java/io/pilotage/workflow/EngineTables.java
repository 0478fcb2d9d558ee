package io.pilotage.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.operaton.bpm.dmn.engine.DmnDecisionTableResult;
import org.operaton.bpm.engine.DecisionService;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Decision tables as the engine evaluates them, the latest version of each. */
@Component
class EngineTables implements DecisionTables {

    private final ObjectProvider<DecisionService> decisions;
    private final ObjectProvider<RepositoryService> repository;
    private final TrustedEngine trusted;
    private final Map<String, String> fingerprints = new ConcurrentHashMap<>();

    EngineTables(
            ObjectProvider<DecisionService> decisions,
            ObjectProvider<RepositoryService> repository,
            TrustedEngine trusted) {
        this.decisions = decisions;
        this.repository = repository;
        this.trusted = trusted;
    }

    @Override
    public List<String> list(String decision, Map<String, ?> inputs) {
        return evaluate(decision, inputs).stream()
                .map(row -> String.valueOf(row.getEntryMap().values().iterator().next()))
                .toList();
    }

    @Override
    public Map<String, Object> row(String decision, Map<String, ?> inputs) {
        DmnDecisionTableResult result = evaluate(decision, inputs);
        return result.isEmpty()
                ? Map.of()
                : new HashMap<>(result.getFirstResult().getEntryMap());
    }

    @Override
    public String version(String decision) {
        return trusted.call(() -> {
            RepositoryService models = repository.getObject();
            DecisionDefinition table = models.createDecisionDefinitionQuery()
                    .decisionDefinitionKey(decision)
                    .latestVersion()
                    .singleResult();
            return table.getVersionTag() + "-"
                    + fingerprints.computeIfAbsent(table.getId(), id -> {
                        try (InputStream file = models.getDecisionModel(id)) {
                            return DigestUtils.md5DigestAsHex(file).substring(0, 8);
                        } catch (IOException e) {
                            throw new UncheckedIOException("Decision table " + id + " cannot be read", e);
                        }
                    });
        });
    }

    private DmnDecisionTableResult evaluate(String decision, Map<String, ?> inputs) {
        return trusted.call(() -> decisions.getObject().evaluateDecisionTableByKey(decision, new HashMap<>(inputs)));
    }
}
