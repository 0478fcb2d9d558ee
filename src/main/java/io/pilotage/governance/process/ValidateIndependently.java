package io.pilotage.governance.process;

import io.pilotage.discovery.DecisionMoment;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.ValidationReport;
import io.pilotage.governance.ValidationReport.DriftSign;
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

/** Somebody outside the delivery team checks what is claimed and states the limits of use. */
@Component
class ValidateIndependently implements HumanTask<ValidateIndependently.Answers> {

    private final ReviewManagement reviews;
    private final ReviewSummary summary;
    private final DiscoveryManagement discovery;

    ValidateIndependently(ReviewManagement reviews, ReviewSummary summary, DiscoveryManagement discovery) {
        this.reviews = reviews;
        this.summary = summary;
        this.discovery = discovery;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        reviews.decide(
                submission.pilotKey(),
                Branch.VALIDATION,
                answers.common().verdict(submission),
                () -> Optional.of(answers.assessment(submission.pilotKey())));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of(
                "openFindings",
                summary.openFindings(pilotKey, Branch.VALIDATION),
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
            @Nullable String conflictDetail) {

        ReviewAnswers common() {
            return new ReviewAnswers(decision, reasonCode, reason, finding, evidence, conflictDetail);
        }

        ValidationReport assessment(String pilotKey) {
            return new ValidationReport(
                    pilotKey, planSealedOn, runOn, conditions, results, edgeCases, edgeCasesPassed, limitsOfUse, drift);
        }
    }
}
