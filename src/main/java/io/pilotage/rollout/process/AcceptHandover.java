package io.pilotage.rollout.process;

import io.pilotage.discovery.DiscoveryInWords;
import io.pilotage.pilot.CaseWords;
import io.pilotage.rollout.Handover;
import io.pilotage.rollout.HandoverTerms;
import io.pilotage.rollout.ProductionManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pilot owner signs what operations has signed, or sends it back. */
@Component
class AcceptHandover implements HumanTask<AcceptHandover.Answers> {

    private final ProductionManagement production;
    private final DiscoveryInWords discovery;
    private final CaseWords words;

    AcceptHandover(ProductionManagement production, DiscoveryInWords discovery, CaseWords words) {
        this.discovery = discovery;
        this.words = words;
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
        return production
                .handoverOf(pilotKey)
                .map(handover -> Map.<String, Object>of(
                        "handover", picture(handover),
                        "components", components(handover),
                        "differences", differences(handover, discovery.deltas(pilotKey))))
                .orElse(Map.of());
    }

    private static Map<String, Object> picture(Handover handover) {
        HandoverTerms terms = handover.terms();
        return Map.of(
                "receiver", handover.receiver(),
                "runbook", terms.runbook(),
                "onCall", terms.onCall(),
                "availability", terms.availability(),
                "responseMinutes", terms.responseMinutes(),
                "rollbackTestedOn", terms.rollbackTestedOn().toString(),
                "rollbackMinutes", terms.rollbackMinutes(),
                "costAlert", terms.costAlert(),
                "retentionMonths", terms.retentionMonths());
    }

    private List<Map<String, Object>> components(Handover handover) {
        return handover.components().stream()
                .map(component -> Map.<String, Object>of(
                        "name", component.name(),
                        "kind", words.say("rollout.component." + component.kind()),
                        "owner", component.owner()))
                .toList();
    }

    /** Each difference that was named at the start, with what became of it. */
    private List<Map<String, Object>> differences(Handover handover, List<Map<String, Object>> named) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Handover.Difference difference : handover.differences()) {
            if (rows.size() < named.size()) {
                Map<String, Object> row = new HashMap<>(named.get(rows.size()));
                row.put("settled", settled(difference));
                rows.add(row);
            }
        }
        return rows;
    }

    private String settled(Handover.Difference difference) {
        return difference.acceptedBy() == null
                ? words.say("rollout.difference.closed")
                : words.say("rollout.difference.accepted", words.person(difference.acceptedBy()));
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
