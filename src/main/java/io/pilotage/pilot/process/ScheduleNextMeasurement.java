package io.pilotage.pilot.process;

import io.pilotage.workflow.ServiceStep;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sets the end of the next measured period, counted from the end of the last, so that no day goes unmeasured. */
@Component
class ScheduleNextMeasurement implements ServiceStep {

    private final MeasurementSchedule schedule;
    private final Clock clock;

    ScheduleNextMeasurement(MeasurementSchedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        Instant last = variables.get("periodEnd") instanceof Date end ? end.toInstant() : clock.instant();
        return schedule.after(pilotKey, last);
    }
}
