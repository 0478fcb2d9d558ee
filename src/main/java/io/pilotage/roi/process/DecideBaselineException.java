package io.pilotage.roi.process;

import io.pilotage.roi.EstimatePermit;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The governance chair lets an estimate pass for a while, or has the baseline measured first. */
@Component
class DecideBaselineException implements HumanTask<DecideBaselineException.Answers> {

    private final RoiManagement roi;
    private final MoneyCaseContext context;

    DecideBaselineException(RoiManagement roi, MoneyCaseContext context) {
        this.roi = roi;
        this.context = context;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean allowed = answers.decision.equals("allow");
        if (allowed) {
            roi.allow(EstimatePermit.until(
                    Objects.requireNonNull(answers.measuredBy),
                    submission.pilotKey(),
                    submission.actor(),
                    answers.reason,
                    submission.at()));
        }
        return Map.of("baselineExcused", allowed);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return context.soFar(pilotKey);
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(String decision, @Nullable LocalDate measuredBy, String reason) {}
}
