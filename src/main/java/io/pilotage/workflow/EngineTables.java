package io.pilotage.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.dmn.engine.DmnDecisionTableResult;
import org.operaton.bpm.engine.DecisionService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Decision tables as the engine evaluates them, the latest version of each. */
@Component
class EngineTables implements DecisionTables {

    private final ObjectProvider<DecisionService> decisions;
    private final TrustedEngine trusted;

    EngineTables(ObjectProvider<DecisionService> decisions, TrustedEngine trusted) {
        this.decisions = decisions;
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

    private DmnDecisionTableResult evaluate(String decision, Map<String, ?> inputs) {
        return trusted.call(() -> decisions.getObject().evaluateDecisionTableByKey(decision, new HashMap<>(inputs)));
    }
}
