package io.pilotage.governance;

import io.pilotage.workflow.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has to come out of an evaluation and how it is tested, fixed before the run. */
public record EvaluationPlan(String approach, List<AcceptanceCriterion> criteria) {

    public EvaluationPlan {
        criteria = List.copyOf(criteria);
    }

    /** @throws Refused when two criteria ask for the same figure on the same data */
    EvaluationPlan plausible() {
        Set<List<String>> asked = new HashSet<>();
        for (AcceptanceCriterion criterion : criteria) {
            if (!asked.add(List.of(criterion.metric(), criterion.datasetSha256(), criterion.comparator()))) {
                throw new Refused("governance.plan.same", criterion.metric(), criterion.datasetId());
            }
        }
        return this;
    }
}
