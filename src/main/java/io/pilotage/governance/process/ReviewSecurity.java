package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.SecurityAssessment;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.ReviewAnswers.FindingAnswer;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Security looks at threats, at what was tried, and at the controls. */
@Component
class ReviewSecurity implements HumanTask<ReviewSecurity.Answers> {

    private final ReviewManagement reviews;
    private final ReviewSummary summary;

    ReviewSecurity(ReviewManagement reviews, ReviewSummary summary) {
        this.reviews = reviews;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        reviews.decide(
                submission.pilotKey(),
                Branch.SECURITY,
                answers.common().verdict(submission),
                () -> Optional.of(answers.assessment(submission.pilotKey())));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of("openFindings", summary.openFindings(pilotKey, Branch.SECURITY));
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
            @Nullable String conflictDetail) {

        ReviewAnswers common() {
            return new ReviewAnswers(decision, reasonCode, reason, finding, evidence, conflictDetail);
        }

        SecurityAssessment assessment(String pilotKey) {
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
