package io.pilotage.governance.process;

import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.discovery.FeasibilitySketch;
import io.pilotage.governance.Branch;
import io.pilotage.governance.OperationsPlan;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.ReviewAnswers.FindingAnswer;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** IT operations say where it runs, what it delivers and how it is taken back. */
@Component
class ReviewOperations implements HumanTask<ReviewOperations.Answers> {

    private final ReviewManagement reviews;
    private final ReviewSummary summary;
    private final DiscoveryManagement discovery;

    ReviewOperations(ReviewManagement reviews, ReviewSummary summary, DiscoveryManagement discovery) {
        this.reviews = reviews;
        this.summary = summary;
        this.discovery = discovery;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        reviews.decide(
                submission.pilotKey(),
                Branch.OPERATIONS,
                answers.common().verdict(submission),
                () -> Optional.of(answers.assessment(submission.pilotKey())));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of(
                "openFindings",
                summary.openFindings(pilotKey, Branch.OPERATIONS),
                "workloads",
                discovery.sketchOf(pilotKey).map(FeasibilitySketch::workloads).orElse(List.of()));
    }

    /** What the form asks; what the branch agrees to is asked only when it approves. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            String placement,
            String placementReason,
            String alternatives,
            BigDecimal latencyMs,
            BigDecimal availability,
            String capacity,
            String monitoring,
            BigDecimal energyKwh,
            String rollbackPlan,
            LocalDate rollbackTestedOn,
            String exitPlan,
            List<FindingAnswer> finding,
            List<Evidence> evidence,
            String conflict,
            @Nullable String conflictDetail) {

        ReviewAnswers common() {
            return new ReviewAnswers(decision, reasonCode, reason, finding, evidence, conflictDetail);
        }

        OperationsPlan assessment(String pilotKey) {
            return new OperationsPlan(
                    pilotKey,
                    placement,
                    placementReason,
                    alternatives,
                    latencyMs,
                    availability,
                    capacity,
                    monitoring,
                    energyKwh,
                    rollbackPlan,
                    rollbackTestedOn,
                    exitPlan);
        }
    }
}
