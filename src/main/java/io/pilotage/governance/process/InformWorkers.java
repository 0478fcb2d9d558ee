package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.WorkerNotice;
import io.pilotage.governance.process.BranchAnswers.FindingAnswer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The liaison to the employees says who was informed, when, how, and what they answered. */
@Component
class InformWorkers extends AssessedReview<InformWorkers.Answers> {

    InformWorkers(ReviewManagement reviews, ReviewSummary summary) {
        super(Branch.WORKERS, reviews, summary);
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
            @Nullable String conflictDetail)
            implements AssessedAnswers {

        @Override
        public WorkerNotice assessment(String pilotKey) {
            return new WorkerNotice(pilotKey, informed, informedOn, channel, answer, response);
        }
    }
}
