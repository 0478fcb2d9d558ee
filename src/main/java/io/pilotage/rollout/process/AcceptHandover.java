package io.pilotage.rollout.process;

import io.pilotage.rollout.Handover;
import io.pilotage.rollout.HandoverTerms;
import io.pilotage.rollout.ProductionManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pilot owner signs what operations has signed, or sends it back. */
@Component
class AcceptHandover implements HumanTask<AcceptHandover.Answers> {

    private final ProductionManagement production;

    AcceptHandover(ProductionManagement production) {
        this.production = production;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean accepted = answers.decision.equals("accept");
        if (accepted) {
            production.give(submission.pilotKey(), submission.actor(), answers.openPoints, submission.at());
        } else {
            production.sendBack(submission.pilotKey(), answers.reasonCode, answers.reason);
        }
        return Map.of("handoverAccepted", accepted);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return production.handoverOf(pilotKey).map(AcceptHandover::picture).orElse(Map.of());
    }

    private static Map<String, Object> picture(Handover handover) {
        HandoverTerms terms = handover.terms();
        return Map.of(
                "handover",
                Map.of(
                        "receiver", handover.receiver(),
                        "runbook", terms.runbook(),
                        "onCall", terms.onCall(),
                        "availability", terms.availability(),
                        "responseMinutes", terms.responseMinutes(),
                        "rollbackTestedOn", terms.rollbackTestedOn().toString(),
                        "rollbackMinutes", terms.rollbackMinutes(),
                        "costAlert", terms.costAlert(),
                        "retentionMonths", terms.retentionMonths()),
                "components",
                handover.components().stream()
                        .map(component ->
                                Map.of("name", component.name(), "kind", component.kind(), "owner", component.owner()))
                        .toList());
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String openPoints) {}
}
