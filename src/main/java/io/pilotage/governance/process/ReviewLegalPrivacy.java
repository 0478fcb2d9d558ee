package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.PrivacyAssessment;
import io.pilotage.governance.PrivacyAssessment.Fria;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.BranchAnswers.FindingAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Legal and privacy look at rights, at privacy, and at the fundamental rights of the people affected. */
@Component
class ReviewLegalPrivacy extends AssessedReview<ReviewLegalPrivacy.Answers> {

    ReviewLegalPrivacy(ReviewManagement reviews, ReviewSummary summary) {
        super(Branch.LEGAL, reviews, summary);
    }

    /** What the form asks; what the branch agrees to is asked only when it approves. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            String dataRights,
            String outputRights,
            String dpia,
            @Nullable String dpiaLink,
            @Nullable String dpiaReason,
            String notices,
            int logMonths,
            String friaScope,
            @Nullable String friaReason,
            String friaProcess,
            String friaPeriod,
            String friaPersons,
            String friaHarms,
            String friaOversight,
            String friaMeasures,
            List<FindingAnswer> finding,
            List<Evidence> evidence,
            String conflict,
            @Nullable String conflictDetail)
            implements AssessedAnswers {

        @Override
        public PrivacyAssessment assessment(String pilotKey) {
            return new PrivacyAssessment(
                    pilotKey,
                    dataRights,
                    outputRights,
                    dpia,
                    dpiaLink,
                    dpiaReason,
                    notices,
                    logMonths,
                    isFriaInScope(),
                    friaReason,
                    isFriaInScope()
                            ? new Fria(friaProcess, friaPeriod, friaPersons, friaHarms, friaOversight, friaMeasures)
                            : null);
        }

        private boolean isFriaInScope() {
            return friaScope.equals("yes");
        }
    }
}
