package io.pilotage.governance.process;

import io.pilotage.governance.Assessment;
import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The review of one branch: it decides, and says what it agrees to. */
abstract class BranchReview<A extends BranchAnswers> implements HumanTask<A> {

    private final Branch branch;
    private final ReviewManagement reviews;
    private final ReviewSummary summary;

    BranchReview(Branch branch, ReviewManagement reviews, ReviewSummary summary) {
        this.branch = branch;
        this.reviews = reviews;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(A answers, Submission submission) {
        reviews.decide(
                submission.pilotKey(),
                branch,
                answers.verdict(submission),
                () -> Optional.of(assessment(answers, submission.pilotKey())));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>(known(pilotKey));
        context.put("openFindings", summary.openFindings(pilotKey, branch));
        return context;
    }

    /** What the branch agrees to; asked only when it approves. */
    abstract Assessment assessment(A answers, String pilotKey);

    /** What the branch sees besides its own open findings. */
    Map<String, Object> known(String pilotKey) {
        return Map.of();
    }
}
