package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.SecurityAssessment;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.BranchAnswers.FindingAnswer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Security looks at threats, at what was tried, and at the controls. */
@Component
class ReviewSecurity extends AssessedReview<ReviewSecurity.Answers> {

    ReviewSecurity(ReviewManagement reviews, ReviewSummary summary) {
        super(Branch.SECURITY, reviews, summary);
    }

    /** What the form asks; what the branch agrees to is asked only when it approves. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            String threatModel,
            String redTeamScope,
            String redTeamResult,
            @Nullable LocalDate redTeamOn,
            String secrets,
            String sandbox,
            String privacyControls,
            String supplyChain,
            @Nullable String toolPermissions,
            List<FindingAnswer> finding,
            List<Evidence> evidence,
            String conflict,
            @Nullable String conflictDetail)
            implements AssessedAnswers {

        @Override
        public SecurityAssessment assessment(String pilotKey) {
            return new SecurityAssessment(
                    pilotKey,
                    threatModel,
                    redTeamScope,
                    redTeamResult,
                    redTeamOn,
                    secrets,
                    sandbox,
                    privacyControls,
                    supplyChain,
                    toolPermissions);
        }
    }
}
