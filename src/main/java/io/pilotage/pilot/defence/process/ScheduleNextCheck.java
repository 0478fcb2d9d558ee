package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.workflow.ServiceStep;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        Optional<Date> next = limits.scheduleNext(Objects.toString(variables.get("limitId")));
        return next.<Map<String, Object>>map(due -> Map.of("checkAgain", true, "limitDue", due))
                .orElse(Map.of("checkAgain", false));
    }
}
