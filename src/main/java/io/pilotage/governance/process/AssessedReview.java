package io.pilotage.governance.process;

import io.pilotage.governance.Assessment;
import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;

/** The review of a branch whose answers alone say what it agrees to. */
abstract class AssessedReview<A extends AssessedAnswers> extends BranchReview<A> {

    AssessedReview(Branch branch, ReviewManagement reviews, ReviewSummary summary) {
        super(branch, reviews, summary);
    }

    @Override
    Assessment assessment(A answers, String pilotKey) {
        return answers.assessment(pilotKey);
    }
}
