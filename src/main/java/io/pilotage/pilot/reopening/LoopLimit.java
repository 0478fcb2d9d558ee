package io.pilotage.pilot.reopening;

import io.pilotage.workflow.DecisionTables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How many loops there are before somebody owns the risk or the pilot ends: the decision table {@code loopLimit}. */
@Component
public class LoopLimit {

    private final DecisionTables tables;

    LoopLimit(DecisionTables tables) {
        this.tables = tables;
    }

    /** Whether this is one loop too many. @param loop its number, from one */
    public boolean isReached(int loop) {
        return "settle".equals(rule(loop).get("consequence"));
    }

    /** Groups that own it or end the pilot then. */
    List<String> signers(int loop) {
        return Arrays.stream(Objects.toString(rule(loop).get("signers"), "").split(",\\s*"))
                .filter(group -> !group.isBlank())
                .toList();
    }

    private Map<String, Object> rule(int loop) {
        return tables.ruleRow("loopLimit", Map.of("loop", loop));
    }
}
