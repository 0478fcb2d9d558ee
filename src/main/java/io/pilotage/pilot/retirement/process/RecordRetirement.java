package io.pilotage.pilot.retirement.process;

import io.pilotage.pilot.retirement.RetirementManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Closes the file of a retired pilot. */
@Component
class RecordRetirement implements ServiceStep {

    private final RetirementManagement retirements;

    RecordRetirement(RetirementManagement retirements) {
        this.retirements = retirements;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        retirements.complete(pilotKey);
        return Map.of();
    }
}
