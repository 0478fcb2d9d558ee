package io.pilotage.pilot.retirement.process;

import io.pilotage.pilot.retirement.Retirement;
import io.pilotage.pilot.retirement.RetirementManagement;
import io.pilotage.pilot.retirement.SwitchOff;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** IT operations takes all access away and says how long records are kept. */
@Component
class SwitchOffAccess implements HumanTask<SwitchOffAccess.Answers> {

    private final RetirementManagement retirements;
    private final RetirementSummary summary;

    SwitchOffAccess(RetirementManagement retirements, RetirementSummary summary) {
        this.retirements = retirements;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        retirements.switchOff(
                submission.pilotKey(),
                new SwitchOff(
                        answers.switchedOffOn, answers.recordsKeptUntil, answers.recordsPlace, answers.recordsOwner));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>(summary.with(pilotKey));
        context.put(
                "dependents",
                retirements.of(pilotKey).map(Retirement::dependents).orElse(List.of()).stream()
                        .map(dependent -> Map.of(
                                "name", dependent.name(),
                                "replacement", dependent.replacement(),
                                "readyOn", dependent.readyOn()))
                        .toList());
        return context;
    }

    /** What the form asks; the ticks must all be set. */
    record Answers(
            boolean accountsRemoved,
            boolean keysRevoked,
            boolean feedsStopped,
            LocalDate switchedOffOn,
            LocalDate recordsKeptUntil,
            String recordsPlace,
            String recordsOwner) {}
}
