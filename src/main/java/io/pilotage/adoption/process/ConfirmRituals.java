package io.pilotage.adoption.process;

import io.pilotage.adoption.Agreements;
import io.pilotage.adoption.MeasurementManagement;
import io.pilotage.adoption.Period;
import io.pilotage.adoption.RitualConfirmation;
import io.pilotage.adoption.RitualConfirmation.ConfirmedRitual;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The frontline lead says of each promised change of work whether it really happens (R96). */
@Component
class ConfirmRituals implements HumanTask<ConfirmRituals.Answers> {

    private final MeasurementManagement measurements;
    private final Agreements agreements;
    private final MeasuredPeriod periods;

    ConfirmRituals(MeasurementManagement measurements, Agreements agreements, MeasuredPeriod periods) {
        this.measurements = measurements;
        this.agreements = agreements;
        this.periods = periods;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        Period period = periods.of(submission);
        measurements.confirm(new RitualConfirmation(
                period.id(),
                period.pilotKey(),
                answers.ritual,
                submission.actor(),
                submission.at(),
                measurements.ritualsOf(period).map(RitualConfirmation::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of(
                "period",
                periods.current(pilotKey),
                "rituals",
                agreements.rituals(pilotKey).stream()
                        .map(change -> Map.of(
                                "name", change.name(),
                                "owner", Objects.toString(change.owner(), "–"),
                                "from", Objects.toString(change.effectiveOn(), "–")))
                        .toList());
    }

    /** The promised changes by name, so that none of them is left out. */
    @Override
    public Map<String, Object> proposed(String pilotKey) {
        List<Map<String, String>> promised = agreements.ritualNames(pilotKey).stream()
                .map(name -> Map.of("name", name))
                .toList();
        return promised.isEmpty() ? Map.of() : Map.of("ritual", promised);
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(List<ConfirmedRitual> ritual) {}
}
