package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.workflow.ServiceStep;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Sets the next day on which a limit is looked at, if it was agreed to look again. */
@Component
class ScheduleNextCheck implements ServiceStep {

    private final LimitWatch limits;

    ScheduleNextCheck(LimitWatch limits) {
        this.limits = limits;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        Map<String, Object> next = new HashMap<>(
                limits.scheduleNext(Objects.toString(variables.get("limitId"))).orElse(Map.of()));
        next.put("checkAgain", !next.isEmpty());
        return next;
    }
}
