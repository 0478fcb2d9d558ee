package io.pilotage.pilot.retirement.process;

import io.pilotage.pilot.retirement.Fallback;
import io.pilotage.pilot.retirement.RetirementManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The frontline lead brings back the way of working without the AI. */
@Component
class RestoreFallback implements HumanTask<RestoreFallback.Answers> {

    private final RetirementManagement retirements;
    private final RetirementSummary summary;

    RestoreFallback(RetirementManagement retirements, RetirementSummary summary) {
        this.retirements = retirements;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        retirements.restore(
                submission.pilotKey(),
                new Fallback(
                        answers.workflow,
                        answers.rehearsedOn,
                        answers.usersInformedOn,
                        answers.message,
                        answers.problems),
                LocalDate.ofInstant(submission.at(), ZoneOffset.UTC));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return summary.with(pilotKey, "fallback");
    }

    /** What the form asks. */
    record Answers(
            String workflow, LocalDate rehearsedOn, LocalDate usersInformedOn, String message, String problems) {}
}
