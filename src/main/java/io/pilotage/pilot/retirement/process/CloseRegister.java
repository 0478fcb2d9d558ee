package io.pilotage.pilot.retirement.process;

import io.pilotage.pilot.retirement.RetirementManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pilot owner closes every part and says what others can use again. */
@Component
class CloseRegister implements HumanTask<CloseRegister.Answers> {

    private final RetirementManagement retirements;
    private final RetirementSummary summary;

    CloseRegister(RetirementManagement retirements, RetirementSummary summary) {
        this.retirements = retirements;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        retirements.closeRegister(submission.pilotKey(), answers.handedOver, answers.reusable);
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return summary.with(pilotKey, "components");
    }

    /** What the form asks. */
    record Answers(
            boolean allClosed,
            String handedOver,
            String reuse,
            @Nullable String reusable) {}
}
