package io.pilotage.roi.process;

import io.pilotage.roi.RoiConditionManagement;
import io.pilotage.workflow.ServiceStep;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sees whether a point is open after its day, and which day comes next. */
@Component
class JudgeRoiConditions implements ServiceStep {

    private final RoiConditionManagement conditions;
    private final Clock clock;

    JudgeRoiConditions(RoiConditionManagement conditions, Clock clock) {
        this.conditions = conditions;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        return Map.of(
                "conditionOverdue",
                conditions.overdue(pilotKey).isPresent(),
                "conditionDue",
                RoiConditionsJourney.after(conditions
                        .nextDue(pilotKey)
                        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))));
    }
}
