package io.pilotage.adoption.process;

import io.pilotage.adoption.MeasurementCalendar;
import io.pilotage.adoption.Period;
import io.pilotage.workflow.Submission;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The period a step or a task is about, from the variable {@code periodEnd} of its process. */
@Component
class MeasuredPeriod {

    private final MeasurementCalendar calendar;
    private final Clock clock;

    MeasuredPeriod(MeasurementCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    Period of(Submission submission) {
        return of(submission.pilotKey(), submission.variables());
    }

    Period of(String pilotKey, Map<String, Object> variables) {
        return calendar.endingAt(pilotKey, end(variables.get("periodEnd")));
    }

    /** The period being measured as a form shows it, for tasks that are still open. */
    Map<String, Object> current(String pilotKey) {
        return picture(calendar.current(pilotKey));
    }

    static Map<String, Object> picture(Period period) {
        return Map.of("begin", period.begins().toString(), "end", period.ends().toString());
    }

    private Instant end(@Nullable Object variable) {
        return variable instanceof Date date ? date.toInstant() : clock.instant();
    }
}
