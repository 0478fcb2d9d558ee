package io.pilotage.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final int MOST_REMEMBERED = 2_000;

    private final Map<String, String> fingerprints = new ConcurrentHashMap<>();
    private final Map<Asked, List<Map<String, Object>>> remembered = new ConcurrentHashMap<>();

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
        return firstColumn(evaluate(decision, inputs));
    }

    @Override
    public Map<String, Object> row(String decision, Map<String, ?> inputs) {
        return firstRow(evaluate(decision, inputs));
    }

    @Override
    public List<String> ruleList(String decision, Map<String, ?> inputs) {
        return firstColumn(recalled(decision, inputs));
    }

    @Override
    public Map<String, Object> ruleRow(String decision, Map<String, ?> inputs) {
        return firstRow(recalled(decision, inputs));
    }

    @Override
    public String version(String decision) {
        return trusted.call(() -> {
            DecisionDefinition table = latest(decision);
            return table.getVersionTag() + "-"
                    + fingerprints.computeIfAbsent(table.getId(), id -> {
                        try (InputStream file = repository.getObject().getDecisionModel(id)) {
                            return DigestUtils.md5DigestAsHex(file).substring(0, 8);
                        } catch (IOException e) {
                            throw new UncheckedIOException("Decision table " + id + " cannot be read", e);
                        }
                    });
        });
    }

    /** The version is asked for each time, because another node may have deployed the next one. */
    private List<Map<String, Object>> recalled(String decision, Map<String, ?> inputs) {
        DecisionDefinition table = trusted.call(() -> latest(decision));
        EvaluatedTables.note(table);
        Asked asked = new Asked(table.getId(), new HashMap<>(inputs));
        List<Map<String, Object>> known = remembered.get(asked);
        if (known == null) {
            known = evaluate(decision, inputs);
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(asked, known);
        }
        return known;
    }

    private DecisionDefinition latest(String decision) {
        return repository
                .getObject()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
    }

    private List<Map<String, Object>> evaluate(String decision, Map<String, ?> inputs) {
        return trusted.call(() -> {
            DecisionDefinition table = latest(decision);
            EvaluatedTables.note(table);
            return decisions.getObject().evaluateDecisionTableById(table.getId(), new HashMap<>(inputs)).stream()
                    .<Map<String, Object>>map(row -> new LinkedHashMap<>(row.getEntryMap()))
                    .toList();
        });
    }

    private static List<String> firstColumn(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }

    private static Map<String, Object> firstRow(List<Map<String, Object>> rows) {
        return rows.isEmpty() ? Map.of() : new HashMap<>(rows.get(0));
    }

    /** One question to one deployed version of a table. */
    private record Asked(String version, Map<String, Object> inputs) {}
}
