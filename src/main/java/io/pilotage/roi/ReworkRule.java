package io.pilotage.roi;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.GateVerdict;
import io.pilotage.pilot.reopening.LoopLimit;
import io.pilotage.seal.SealChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A money case may be sent back as often as the table {@code loopLimit} says; then somebody owns the risk or it ends. */
@Component
@Transactional
public class ReworkRule {

    private static final String DECISION = "roiDecision";

    private final GateKeeper gates;
    private final LoopLimit limit;

    ReworkRule(GateKeeper gates, LoopLimit limit) {
        this.gates = gates;
        this.limit = limit;
    }

    /** What the gateway behind the signatures reads: the verdict, or {@code ownOrKill} instead of one rework too many. */
    public Map<String, Object> variables(String pilotKey, GateVerdict verdict) {
        Map<String, Object> variables = new HashMap<>(verdict.variables(DECISION));
        if (verdict.complete()
                && verdict.outcome() == GateOutcome.REWORK
                && limit.isReached(reworks(pilotKey).size())) {
            variables.put(DECISION, "ownOrKill");
        }
        return variables;
    }

    /** Each time the money case was sent back, oldest first. */
    public List<GateDecided> reworks(String pilotKey) {
        return gates.decisions(pilotKey).stream()
                .filter(decided -> decided.gate() == Gate.G2 && decided.outcome() == GateOutcome.REWORK)
                .toList();
    }

    /** The last time it was sent back, while the case is being reworked. */
    public Optional<GateDecided> current(String pilotKey) {
        return gates.decisions(pilotKey).stream()
                .filter(decided -> decided.gate() == Gate.G2)
                .reduce((earlier, later) -> later)
                .filter(decided -> decided.outcome() == GateOutcome.REWORK);
    }

    /** Who sent the money case back and why, while it is being reworked. */
    public SealChange change(String pilotKey) {
        return current(pilotKey)
                .map(decided -> new SealChange(gates.behindLastDecision(pilotKey, Gate.G2), decided.reason()))
                .orElse(SealChange.NONE);
    }
}
