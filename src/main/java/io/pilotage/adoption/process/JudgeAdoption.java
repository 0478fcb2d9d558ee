package io.pilotage.adoption.process;

import io.pilotage.adoption.AdoptionManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Holds the figures of the period against gate G6. */
@Component
class JudgeAdoption implements ServiceStep {

    private final AdoptionManagement adoption;
    private final MeasuredPeriod periods;

    JudgeAdoption(AdoptionManagement adoption, MeasuredPeriod periods) {
        this.adoption = adoption;
        this.periods = periods;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        adoption.judge(periods.of(pilotKey, variables));
        return Map.of();
    }
}
