package io.pilotage.pilot.retirement.process;

import io.pilotage.pilot.retirement.Retirement.Dependent;
import io.pilotage.pilot.retirement.RetirementManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** IT operations finds out who still uses the results, and agrees on what replaces them. */
@Component
class CheckDependencies implements HumanTask<CheckDependencies.Answers> {

    private final RetirementManagement retirements;
    private final RetirementSummary summary;

    CheckDependencies(RetirementManagement retirements, RetirementSummary summary) {
        this.retirements = retirements;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        retirements.findDependents(submission.pilotKey(), answers.dependent, answers.contracts);
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return summary.with(pilotKey, "components");
    }

    /** What the form asks. */
    record Answers(String dependents, List<Dependent> dependent, String contracts) {}
}
