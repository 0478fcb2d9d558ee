package io.pilotage.pilot.retirement.process;

import io.pilotage.pilot.retirement.FinalValue;
import io.pilotage.pilot.retirement.RetirementManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finance states what the pilot was worth in the end. */
@Component
class StateFinalValue implements HumanTask<StateFinalValue.Answers> {

    private final RetirementManagement retirements;
    private final RetirementSummary summary;

    StateFinalValue(RetirementManagement retirements, RetirementSummary summary) {
        this.retirements = retirements;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        retirements.state(
                submission.pilotKey(),
                new FinalValue(answers.realisedValue, answers.totalCost, answers.basis, answers.explanation));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return summary.with(pilotKey, "value");
    }

    /** What the form asks. */
    record Answers(BigDecimal realisedValue, BigDecimal totalCost, String basis, String explanation) {}
}
