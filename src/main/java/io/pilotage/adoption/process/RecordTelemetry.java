package io.pilotage.adoption.process;

import io.pilotage.adoption.Agreements;
import io.pilotage.adoption.MeasurementManagement;
import io.pilotage.adoption.Period;
import io.pilotage.adoption.SegmentUse;
import io.pilotage.adoption.Telemetry;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The adoption analyst records who used the pilot in the period. */
@Component
class RecordTelemetry implements HumanTask<RecordTelemetry.Answers> {

    private final MeasurementManagement measurements;
    private final Agreements agreements;
    private final MeasuredPeriod periods;

    RecordTelemetry(MeasurementManagement measurements, Agreements agreements, MeasuredPeriod periods) {
        this.measurements = measurements;
        this.agreements = agreements;
        this.periods = periods;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        Period period = periods.of(submission);
        measurements.record(new Telemetry(
                period.id(),
                period.pilotKey(),
                answers.source,
                answers.asOf,
                answers.freshness,
                answers.segment,
                submission.actor(),
                submission.at(),
                measurements.telemetryOf(period).map(Telemetry::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of(
                "period",
                periods.current(pilotKey),
                "roster",
                agreements.intendedUsers(pilotKey).groups().stream()
                        .map(group ->
                                Map.of("segment", group.name(), "intended", group.people(), "target", group.target()))
                        .toList());
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(String source, LocalDate asOf, String freshness, List<SegmentUse> segment) {}
}
