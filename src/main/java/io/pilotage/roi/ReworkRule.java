package io.pilotage.roi;

import io.pilotage.identity.Role;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.GateVerdict;
import io.pilotage.pilot.reopening.Reworks;
import io.pilotage.seal.SealChange;
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
    private static final String SIGNERS = "loopSigners";

    private final GateKeeper gates;
    private final Reworks reworks;

    ReworkRule(GateKeeper gates, Reworks reworks) {
        this.gates = gates;
        this.reworks = reworks;
    }

    /**
     * What the gateway behind the signatures reads: the verdict, or {@code ownOrKill} instead of one rework too many. The
     * chair answers there, by naming who carries the loss; everybody else whom the table names is asked afterwards.
     */
    public Map<String, Object> variables(String pilotKey, GateVerdict verdict) {
        Map<String, Object> variables = reworks.variables(pilotKey, Gate.G2, verdict, DECISION);
        if ("settle".equals(variables.get(DECISION))) {
            variables.put(DECISION, "ownOrKill");
            variables.computeIfPresent(SIGNERS, (name, signers) -> withoutChair((List<?>) signers));
        }
        return variables;
    }

    private static List<?> withoutChair(List<?> signers) {
        return signers.stream()
                .filter(group -> !group.equals(Role.GOVERNANCE_CHAIR.group()))
                .toList();
    }

    /** What the signers see of sending it back. */
    public Map<String, Object> shown(String pilotKey) {
        return reworks.shown(pilotKey, Gate.G2);
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
