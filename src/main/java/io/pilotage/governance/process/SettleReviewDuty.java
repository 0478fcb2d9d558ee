package io.pilotage.governance.process;

import io.pilotage.governance.ReviewDuty;
import io.pilotage.governance.ReviewDutyManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The function that left something open says that it is settled. */
@Component
class SettleReviewDuty implements HumanTask<SettleReviewDuty.Answers> {

    private final ReviewDutyManagement duties;
    private final ReviewSummary summary;

    SettleReviewDuty(ReviewDutyManagement duties, ReviewSummary summary) {
        this.duties = duties;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        duties.settle(
                Objects.requireNonNull(submission.text("dutyId")),
                answers.how,
                answers.link,
                submission.actor(),
                submission.at());
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey, Map<String, Object> variables) {
        return variables.get("dutyId") instanceof String id ? Map.of("duty", words(duties.get(id))) : Map.of();
    }

    private Map<String, Object> words(ReviewDuty duty) {
        return Map.of(
                "kind", summary.words("governance.duty." + duty.kind().code()),
                "matter", duty.matter(),
                "owner", duty.owner(),
                "due", duty.dueOn().toString());
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(String how, @Nullable String link) {}
}
