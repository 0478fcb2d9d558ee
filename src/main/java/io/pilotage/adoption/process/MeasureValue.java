package io.pilotage.adoption.process;

import io.pilotage.adoption.ActualCosts;
import io.pilotage.adoption.Agreements;
import io.pilotage.adoption.MeasurementCalendar;
import io.pilotage.adoption.MeasurementManagement;
import io.pilotage.adoption.Period;
import io.pilotage.adoption.ValueMeasurement;
import io.pilotage.adoption.ValueMeasurement.ValueLine;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The finance partner measures what the period was worth and what it cost. */
@Component
class MeasureValue implements HumanTask<MeasureValue.Answers> {

    private final MeasurementManagement measurements;
    private final Agreements agreements;
    private final MeasurementCalendar calendar;
    private final MeasuredPeriod periods;

    MeasureValue(
            MeasurementManagement measurements,
            Agreements agreements,
            MeasurementCalendar calendar,
            MeasuredPeriod periods) {
        this.measurements = measurements;
        this.agreements = agreements;
        this.calendar = calendar;
        this.periods = periods;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        Period period = periods.of(submission);
        measurements.measure(new ValueMeasurement(
                period.id(),
                period.pilotKey(),
                answers.value,
                answers.costs(),
                answers.explanation,
                submission.actor(),
                submission.at(),
                measurements.valueOf(period).map(ValueMeasurement::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Period period = calendar.current(pilotKey);
        LocalDate production = calendar.production(pilotKey);
        Map<String, Object> context = new HashMap<>();
        context.put("period", MeasuredPeriod.picture(period));
        agreements
                .promise(pilotKey)
                .ifPresent(promise -> context.put(
                        "promise",
                        Map.of(
                                "p10", promise.netP10(production, period.begins(), period.ends()),
                                "p50", promise.netP50(production, period.begins(), period.ends()))));
        return context;
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            List<ValueLine> value,
            BigDecimal costPipelines,
            BigDecimal costSupport,
            BigDecimal costMonitoring,
            BigDecimal costCompliance,
            BigDecimal costIncidents,
            BigDecimal costRetraining,
            BigDecimal costCloud,
            BigDecimal costReview,
            String explanation) {

        ActualCosts costs() {
            return new ActualCosts(
                    costPipelines,
                    costSupport,
                    costMonitoring,
                    costCompliance,
                    costIncidents,
                    costRetraining,
                    costCloud,
                    costReview);
        }
    }
}
