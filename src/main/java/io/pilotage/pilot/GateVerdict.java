package io.pilotage.pilot;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the signers said at a gate so far: the strictest outcome, and whether everybody has spoken.
 *
 * @param outcome strictest of the votes of this round
 * @param complete whether every required signer has voted
 * @param holdUntil latest date asked for, when the outcome is a hold
 */
public record GateVerdict(
        GateOutcome outcome, boolean complete, @Nullable LocalDate holdUntil) {

    /**
     * The process variables that the gate's gateway reads.
     *
     * @param decisionVariable for example {@code charterDecision}
     */
    public Map<String, Object> variables(String decisionVariable) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(decisionVariable, outcome.code());
        variables.put("outcome", outcome.opens() ? "go" : outcome.ends() ? "stopped" : "undecided");
        if (holdUntil != null) {
            variables.put(
                    "holdUntil",
                    Date.from(holdUntil.atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        return variables;
    }
}
