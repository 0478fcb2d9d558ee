package io.pilotage.pilot.reopening;

import io.pilotage.workflow.DecisionTables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a further loop about a gate needs and leads to: the decision table {@code loopLimit}. */
@Component
class LoopLimit {

    private final DecisionTables tables;

    LoopLimit(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * What holds for one loop.
     *
     * @param newEvidence whether it needs evidence that was not known before, and somebody who owns the risk; a table that
     *     does not say so asks for it
     * @param last whether there is no further loop: it is owned by name, or the pilot ends
     * @param signers groups that own it or end the pilot then
     */
    record Rule(boolean newEvidence, boolean last, List<String> signers) {}

    /**
     * The rule for a loop.
     *
     * @param asks as in {@link Question#asks()}
     * @param decided how often the gate was decided or sent back before
     * @param loop the how-manieth loop of its pilot it is, from one
     */
    Rule of(String asks, int decided, int loop) {
        Map<String, Object> row = tables.ruleRow("loopLimit", Map.of("asks", asks, "decided", decided, "loop", loop));
        return new Rule(
                !Boolean.FALSE.equals(row.get("newEvidence")),
                "settle".equals(row.get("consequence")),
                Arrays.stream(Objects.toString(row.get("signers"), "").split(",\\s*"))
                        .filter(group -> !group.isBlank())
                        .toList());
    }
}
