package io.pilotage.governance.process;

import io.pilotage.governance.ReviewDutyManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes down that an approval does not count any more, because what it asked for is overdue. */
@Component
class RecordOverdueDuty implements ServiceStep {

    private final ReviewDutyManagement duties;

    RecordOverdueDuty(ReviewDutyManagement duties) {
        this.duties = duties;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        duties.recordOverdue(Objects.toString(variables.get("dutyId")));
        return Map.of();
    }
}
