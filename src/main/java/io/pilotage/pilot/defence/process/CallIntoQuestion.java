package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.LimitMet;
import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.pilot.defence.WatchedLimit;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Does what was agreed for a limit that was missed or that nobody read. */
@Component
class CallIntoQuestion implements ServiceStep {

    private final LimitWatch limits;
    private final LimitWords words;

    CallIntoQuestion(LimitWatch limits, LimitWords words) {
        this.limits = limits;
        this.words = words;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        miss(Objects.toString(variables.get("limitId")));
        return Map.of();
    }

    /** The same when a measurement arrives and nobody has been asked. */
    @EventListener
    void on(LimitMet met) {
        miss(met.limitId());
    }

    private void miss(String id) {
        WatchedLimit limit = limits.get(id);
        limits.miss(limit.id(), words.reason(limit), words.agreed(limit));
    }
}
