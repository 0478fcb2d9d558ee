package io.pilotage.adoption.process;

import io.pilotage.adoption.MeasurementManagement;
import io.pilotage.adoption.Period;
import io.pilotage.adoption.TrustPulse;
import io.pilotage.adoption.TrustPulse.TrustSegment;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The change lead asks the users a few questions about trust. */
@Component
class TakeTrustPulse implements HumanTask<TakeTrustPulse.Answers> {

    private final MeasurementManagement measurements;
    private final MeasuredPeriod periods;

    TakeTrustPulse(MeasurementManagement measurements, MeasuredPeriod periods) {
        this.measurements = measurements;
        this.periods = periods;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        Period period = periods.of(submission);
        measurements.take(new TrustPulse(
                period.id(),
                period.pilotKey(),
                answers.segment,
                answers.voices,
                submission.at(),
                measurements.trustOf(period).map(TrustPulse::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of("period", periods.current(pilotKey));
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(List<TrustSegment> segment, @Nullable String voices) {}
}
