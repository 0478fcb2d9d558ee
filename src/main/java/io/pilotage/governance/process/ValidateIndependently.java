package io.pilotage.governance.process;

import io.pilotage.discovery.DecisionMoment;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.ValidationReport;
import io.pilotage.governance.ValidationReport.DriftSign;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.BranchAnswers.FindingAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody outside the delivery team checks what is claimed and states the limits of use. */
@Component
class ValidateIndependently extends BranchReview<ValidateIndependently.Answers> {

    private final DiscoveryManagement discovery;

    ValidateIndependently(ReviewManagement reviews, ReviewSummary summary, DiscoveryManagement discovery) {
        super(Branch.VALIDATION, reviews, summary);
        this.discovery = discovery;
    }

    @Override
    Map<String, Object> known(String pilotKey) {
        return Map.of(
                "edgeCases",
                discovery.momentOf(pilotKey).map(DecisionMoment::edgeCases).orElse(List.of()));
    }

    /** What the form asks; what the branch agrees to is asked only when it approves. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            LocalDate planSealedOn,
            LocalDate runOn,
            String conditions,
            String results,
            int edgeCases,
            int edgeCasesPassed,
            String limitsOfUse,
            List<DriftSign> drift,
            List<FindingAnswer> finding,
            List<Evidence> evidence,
            String conflict,
            @Nullable String conflictDetail)
            implements AssessedAnswers {

        @Override
        public ValidationReport assessment(String pilotKey) {
            return new ValidationReport(
                    pilotKey, planSealedOn, runOn, conditions, results, edgeCases, edgeCasesPassed, limitsOfUse, drift);
        }
    }
}
