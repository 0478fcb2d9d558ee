package io.pilotage.workflow;

import java.util.Map;
import java.util.TreeMap;
import org.operaton.bpm.engine.repository.DecisionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers for the length of a transaction which version of which decision table was asked, for the trail. */
final class EvaluatedTables {

    private EvaluatedTables() {}

    static void note(DecisionDefinition table) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            current().put(table.getKey(), table.getVersion());
        }
    }

    /** Versions by table asked so far in this transaction; those of after belong to the next entry. */
    static Map<String, Integer> taken() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Map.of();
        }
        Map<String, Integer> asked = current();
        Map<String, Integer> taken = new TreeMap<>(asked);
        asked.clear();
        return taken;
    }

    private static Map<String, Integer> current() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Memory.class::isInstance)
                .findFirst()
                .map(memory -> ((Memory) memory).versions)
                .orElseGet(() -> {
                    Memory memory = new Memory();
                    TransactionSynchronizationManager.registerSynchronization(memory);
                    return memory.versions;
                });
    }

    /** Ends with the transaction, and steps aside when another one is begun within it. */
    private static final class Memory implements TransactionSynchronization {

        private final Map<String, Integer> versions = new TreeMap<>();
    }
}
