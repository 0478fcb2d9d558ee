package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Sees whether a limit still counts on its day. */
@Component
class RecallLimit implements ServiceStep {

    private final LimitWatch limits;

    RecallLimit(LimitWatch limits) {
        this.limits = limits;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        String limit = Objects.toString(variables.get("limitId"));
        return Map.of("limitCounts", !limits.get(limit).isReplaced());
    }
}
