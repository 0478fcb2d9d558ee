package io.pilotage.pilot.retirement.process;

import io.pilotage.pilot.CaseInsights;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What people read while a pilot is retired: the reason, and what other modules know. */
@Component
class RetirementSummary {

    private final GateKeeper gates;
    private final CaseInsights insights;

    RetirementSummary(GateKeeper gates, CaseInsights insights) {
        this.gates = gates;
        this.insights = insights;
    }

    /** The reason given at the last decision on its use, and what is known on the topics; nothing of the others. */
    Map<String, Object> with(String pilotKey, String... topics) {
        Map<String, Object> context = new HashMap<>(insights.of(pilotKey, topics));
        context.values().removeIf(known -> known instanceof List<?> list && list.isEmpty());
        gates.decisions(pilotKey).stream()
                .filter(decided -> decided.gate() == Gate.G6)
                .map(GateDecided::reason)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .ifPresent(reason -> context.put("retirement", Map.of("reason", reason)));
        return context;
    }
}
