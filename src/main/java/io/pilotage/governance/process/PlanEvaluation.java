package io.pilotage.governance.process;

import io.pilotage.discovery.DecisionMoment;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.governance.AcceptanceCriterion;
import io.pilotage.governance.EvaluationPlan;
import io.pilotage.governance.EvaluationPlans;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The validator says before the run what has to come out, and the plan is sealed. */
@Component
class PlanEvaluation implements HumanTask<PlanEvaluation.Answers> {

    private final EvaluationPlans plans;
    private final DiscoveryManagement discovery;

    PlanEvaluation(EvaluationPlans plans, DiscoveryManagement discovery) {
        this.plans = plans;
        this.discovery = discovery;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        if (answers.decision.equals("plan")) {
            plans.seal(
                    submission.pilotKey(),
                    new EvaluationPlan(String.valueOf(answers.approach), answers.criterion),
                    answers.changeReason,
                    submission.actor(),
                    submission.at());
        }
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of(
                "edgeCases",
                discovery.momentOf(pilotKey).map(DecisionMoment::edgeCases).orElse(List.of()),
                "planned",
                plans.versions(pilotKey).size());
    }

    /** What the form asks; the plan only when there is one. */
    record Answers(
            String decision,
            @Nullable String reason,
            @Nullable String changeReason,
            @Nullable String approach,
            List<AcceptanceCriterion> criterion) {}
}
