package io.pilotage.governance.process;

import io.pilotage.discovery.DecisionMoment;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.governance.AcceptanceCriterion;
import io.pilotage.governance.Branch;
import io.pilotage.governance.EvaluationPlan;
import io.pilotage.governance.EvaluationPlans;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.ValidationReport;
import io.pilotage.governance.ValidationReport.DriftSign;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.BranchAnswers.FindingAnswer;
import io.pilotage.workflow.Notation;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody outside the delivery team checks what is claimed and states the limits of use. */
@Component
class ValidateIndependently extends BranchReview<ValidateIndependently.Answers> {

    private final DiscoveryManagement discovery;
    private final EvaluationPlans plans;

    ValidateIndependently(
            ReviewManagement reviews, ReviewSummary summary, DiscoveryManagement discovery, EvaluationPlans plans) {
        super(Branch.VALIDATION, reviews, summary);
        this.discovery = discovery;
        this.plans = plans;
    }

    @Override
    ValidationReport assessment(Answers answers, String pilotKey) {
        EvaluationPlans.Sealed kept = plans.of(pilotKey).orElseThrow(() -> new Refused("governance.validation.noPlan"));
        return new ValidationReport(
                        pilotKey,
                        LocalDate.ofInstant(kept.at(), ZoneOffset.UTC),
                        answers.runOn,
                        answers.conditions,
                        answers.results,
                        answers.edgeCases,
                        answers.edgeCasesPassed,
                        answers.limitsOfUse,
                        answers.drift,
                        ValidationReport.measured(
                                kept.plan(),
                                answers.observed.stream().map(Observed::value).toList()))
                .coveringEdgeCases(discovery
                        .momentOf(pilotKey)
                        .map(DecisionMoment::edgeCases)
                        .orElse(List.of())
                        .size());
    }

    @Override
    Map<String, Object> known(String pilotKey) {
        Map<String, Object> known = new HashMap<>();
        known.put(
                "edgeCases",
                discovery.momentOf(pilotKey).map(DecisionMoment::edgeCases).orElse(List.of()));
        known.put("planned", 0);
        plans.of(pilotKey).ifPresent(kept -> {
            known.put("planned", kept.plan().criteria().size());
            known.put("plan", rows(kept.plan()));
            known.put("approach", kept.plan().approach());
            known.put(
                    "planSealedOn",
                    LocalDate.ofInstant(kept.at(), ZoneOffset.UTC).toString());
        });
        return known;
    }

    private static List<Map<String, Object>> rows(EvaluationPlan plan) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (AcceptanceCriterion criterion : plan.criteria()) {
            rows.add(Map.of(
                    "number", rows.size() + 1,
                    "criterion",
                            criterion.metric() + " " + criterion.sign() + " " + Notation.number(criterion.threshold()),
                    "data", criterion.datasetId()));
        }
        return rows;
    }

    /** What came out on one criterion. */
    record Observed(BigDecimal value) {}

    /** What the form asks; what the branch agrees to is asked only when it approves. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            LocalDate runOn,
            String conditions,
            List<Observed> observed,
            String results,
            int edgeCases,
            int edgeCasesPassed,
            String limitsOfUse,
            List<DriftSign> drift,
            List<FindingAnswer> finding,
            List<Evidence> evidence,
            String conflict,
            @Nullable String conflictDetail)
            implements BranchAnswers {}
}
