package io.pilotage.governance.process;

import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.discovery.FeasibilitySketch;
import io.pilotage.governance.Branch;
import io.pilotage.governance.DataContract;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.ReviewAnswers.FindingAnswer;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The data owner agrees what the data must hold in production. */
@Component
class ReviewData implements HumanTask<ReviewData.Answers> {

    private final ReviewManagement reviews;
    private final ReviewSummary summary;
    private final DiscoveryManagement discovery;

    ReviewData(ReviewManagement reviews, ReviewSummary summary, DiscoveryManagement discovery) {
        this.reviews = reviews;
        this.summary = summary;
        this.discovery = discovery;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        reviews.decide(
                submission.pilotKey(),
                Branch.DATA,
                answers.common().verdict(submission),
                () -> Optional.of(answers.assessment(submission.pilotKey())));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of(
                "openFindings",
                summary.openFindings(pilotKey, Branch.DATA),
                "sources",
                discovery.sketchOf(pilotKey).map(FeasibilitySketch::sources).orElse(List.of()));
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
            @Nullable String conflictDetail) {

        ReviewAnswers common() {
            return new ReviewAnswers(decision, reasonCode, reason, finding, evidence, conflictDetail);
        }

        DataContract assessment(String pilotKey) {
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
