package io.pilotage.pilot.reopening;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.seal.ApprovalFreeze;
import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who decided a point: the functions that had a part in it, and those who signed its gate. */
@Component
class DecidedParts {

    private final GateKeeper gates;
    private final ObjectProvider<PartsOfPoint> modules;
    private final ApprovalFreeze approvals;

    DecidedParts(GateKeeper gates, ObjectProvider<PartsOfPoint> modules, ApprovalFreeze approvals) {
        this.gates = gates;
        this.modules = modules;
        this.approvals = approvals;
    }

    /** Group, and the code of what it approved. */
    Map<String, String> of(String pilotKey, Gate gate) {
        Map<String, String> parts = new LinkedHashMap<>();
        modules.forEach(module -> parts.putAll(module.partsOf(pilotKey, gate)));
        gates.lastVotes(pilotKey, gate).forEach(vote -> parts.putIfAbsent(vote.role(), gate.approval()));
        return parts;
    }

    /** @throws Refused when nobody is named, or somebody who had no part in it */
    void check(Loop loop, List<String> concerned) {
        if (concerned.isEmpty() || !of(loop.pilotKey(), loop.gate()).keySet().containsAll(concerned)) {
            throw new Refused("pilot.reopening.concerned", loop.gate().name());
        }
    }

    /** Somebody stands by what the group approved, having seen it as it is now. */
    void approve(Loop loop, String group, String by, Instant at) {
        String approval =
                Objects.requireNonNull(of(loop.pilotKey(), loop.gate()).get(group));
        approvals.approve(loop.pilotKey(), approval, by, at);
    }
}
