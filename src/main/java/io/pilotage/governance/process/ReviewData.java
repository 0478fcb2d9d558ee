package io.pilotage.governance.process;

import io.pilotage.discovery.DiscoveryInWords;
import io.pilotage.governance.Branch;
import io.pilotage.governance.DataContract;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.BranchAnswers.FindingAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The data owner agrees what the data must hold in production. */
@Component
class ReviewData extends AssessedReview<ReviewData.Answers> {

    private final DiscoveryInWords discovery;

    ReviewData(ReviewManagement reviews, ReviewSummary summary, DiscoveryInWords discovery) {
        super(Branch.DATA, reviews, summary);
        this.discovery = discovery;
    }

    @Override
    Map<String, Object> known(String pilotKey) {
        return Map.of("sources", discovery.sources(pilotKey));
    }

    /** What the form asks; what the branch agrees to is asked only when it approves. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            String provenance,
            String representativeness,
            BigDecimal freshnessHours,
            BigDecimal coverage,
            BigDecimal quality,
            String qualityMeasure,
            String breachAction,
            String contractOwner,
            String liveFeed,
            String durability,
            List<FindingAnswer> finding,
            List<Evidence> evidence,
            String conflict,
            @Nullable String conflictDetail)
            implements AssessedAnswers {

        @Override
        public DataContract assessment(String pilotKey) {
            return new DataContract(
                    pilotKey,
                    provenance,
                    representativeness,
                    freshnessHours,
                    coverage,
                    quality,
                    qualityMeasure,
                    breachAction,
                    contractOwner,
                    liveFeed,
                    durability);
        }
    }
}
