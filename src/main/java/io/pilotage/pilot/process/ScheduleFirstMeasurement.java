package io.pilotage.pilot.process;

import io.pilotage.workflow.ServiceStep;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sets the end of the first measured period, counted from going into production. */
@Component
class ScheduleFirstMeasurement implements ServiceStep {

    private final MeasurementSchedule schedule;
    private final Clock clock;

    ScheduleFirstMeasurement(MeasurementSchedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        return schedule.after(pilotKey, clock.instant());
    }
}
