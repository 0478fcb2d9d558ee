package io.pilotage.governance.process;

import io.pilotage.discovery.DiscoveryInWords;
import io.pilotage.governance.Branch;
import io.pilotage.governance.OperationsPlan;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.BranchAnswers.FindingAnswer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** IT operations say where it runs, what it delivers and how it is taken back. */
@Component
class ReviewOperations extends AssessedReview<ReviewOperations.Answers> {

    private final DiscoveryInWords discovery;

    ReviewOperations(ReviewManagement reviews, ReviewSummary summary, DiscoveryInWords discovery) {
        super(Branch.OPERATIONS, reviews, summary);
        this.discovery = discovery;
    }

    @Override
    Map<String, Object> known(String pilotKey) {
        return Map.of("workloads", discovery.workloads(pilotKey));
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
            @Nullable String conflictDetail)
            implements AssessedAnswers {

        @Override
        public OperationsPlan assessment(String pilotKey) {
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
