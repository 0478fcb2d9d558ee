package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.WorkerNotice;
import io.pilotage.governance.process.ReviewAnswers.FindingAnswer;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The liaison to the employees says who was informed, when, how, and what they answered. */
@Component
class InformWorkers implements HumanTask<InformWorkers.Answers> {

    private final ReviewManagement reviews;
    private final ReviewSummary summary;

    InformWorkers(ReviewManagement reviews, ReviewSummary summary) {
        this.reviews = reviews;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        reviews.decide(
                submission.pilotKey(),
                Branch.WORKERS,
                answers.common().verdict(submission),
                () -> Optional.of(answers.assessment(submission.pilotKey())));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of("openFindings", summary.openFindings(pilotKey, Branch.WORKERS));
    }

    /** What the form asks; what the branch agrees to is asked only when it approves. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            String informed,
            LocalDate informedOn,
            String channel,
            String answer,
            String response,
            List<FindingAnswer> finding,
            List<Evidence> evidence,
            String conflict,
            @Nullable String conflictDetail) {

        ReviewAnswers common() {
            return new ReviewAnswers(decision, reasonCode, reason, finding, evidence, conflictDetail);
        }

        WorkerNotice assessment(String pilotKey) {
            return new WorkerNotice(pilotKey, informed, informedOn, channel, answer, response);
        }
    }
}
