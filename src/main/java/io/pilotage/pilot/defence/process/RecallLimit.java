package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.pilot.defence.WatchedLimit;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Sees whether a limit still counts shortly before its day, and whether its figure has been measured by then. */
@Component
class RecallLimit implements ServiceStep {

    private final LimitWatch limits;

    RecallLimit(LimitWatch limits) {
        this.limits = limits;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        WatchedLimit limit = limits.recall(Objects.toString(variables.get("limitId")));
        return Map.of(
                "limitCounts", limit.isWatched(),
                "limitRead", limit.measured() != null,
                "limitKept", limit.isKept());
    }
}
