package io.pilotage.roi.process;

import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** IT operations agrees with the cost of running it, or says what it costs on top. */
@Component
class ConfirmRunCost implements HumanTask<ConfirmRunCost.Answers> {

    private final RoiManagement roi;
    private final MoneyCaseContext context;

    ConfirmRunCost(RoiManagement roi, MoneyCaseContext context) {
        this.roi = roi;
        this.context = context;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        roi.costOf(submission.pilotKey())
                .ifPresent(cost -> roi.state(
                        cost.confirmed(submission.actor(), answers.extraFixed, answers.extraPerUnit, answers.reason)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return context.withCost(pilotKey);
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable BigDecimal extraFixed,
            @Nullable BigDecimal extraPerUnit,
            @Nullable String reason) {}
}
