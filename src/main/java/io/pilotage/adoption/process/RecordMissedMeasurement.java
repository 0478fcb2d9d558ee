package io.pilotage.adoption.process;

import io.pilotage.adoption.AdoptionManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Notes that the period was not measured, and whether the pilot now counts as unmeasured. */
@Component
class RecordMissedMeasurement implements ServiceStep {

    private final AdoptionManagement adoption;
    private final MeasuredPeriod periods;

    RecordMissedMeasurement(AdoptionManagement adoption, MeasuredPeriod periods) {
        this.adoption = adoption;
        this.periods = periods;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        return Map.of("unmeasured", adoption.miss(periods.of(pilotKey, variables)), "outcome", "continue");
    }
}
