package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.pilot.defence.WatchedLimit;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Holds the figure known last against the limit as it was sealed; a missing figure is not kept. */
@Component
class JudgeLimit implements ServiceStep {

    private final LimitWatch limits;

    JudgeLimit(LimitWatch limits) {
        this.limits = limits;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        WatchedLimit limit = limits.judged(Objects.toString(variables.get("limitId")));
        return Map.of("limitCounts", limit.isWatched(), "limitKept", limit.isKept());
    }
}
