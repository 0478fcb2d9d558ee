package io.pilotage.adoption.process;

import io.pilotage.adoption.Agreements;
import io.pilotage.adoption.MeasurementManagement;
import io.pilotage.adoption.OversightCheck;
import io.pilotage.adoption.Period;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The independent validator checks whether people still look closely. */
@Component
class CheckOversight implements HumanTask<CheckOversight.Answers> {

    private final MeasurementManagement measurements;
    private final Agreements agreements;
    private final MeasuredPeriod periods;

    CheckOversight(MeasurementManagement measurements, Agreements agreements, MeasuredPeriod periods) {
        this.measurements = measurements;
        this.agreements = agreements;
        this.periods = periods;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        Period period = periods.of(submission);
        measurements.check(new OversightCheck(
                period.id(),
                period.pilotKey(),
                answers.bandFrom,
                answers.bandTo,
                answers.planted,
                answers.found,
                answers.reviewers,
                answers.reviewSeconds,
                answers.neverOverride,
                answers.mostlyOverride,
                answers.verdict,
                answers.explanation,
                submission.at(),
                measurements.oversightOf(period).map(OversightCheck::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>();
        context.put("period", periods.current(pilotKey));
        agreements.band(pilotKey).ifPresent(band -> context.put("band", Map.of("from", band.from(), "to", band.to())));
        return context;
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            @Nullable BigDecimal bandFrom,
            @Nullable BigDecimal bandTo,
            int planted,
            int found,
            int reviewers,
            int reviewSeconds,
            int neverOverride,
            int mostlyOverride,
            String verdict,
            String explanation) {}
}
