package io.pilotage.redesign.process;

import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.WorkflowChange.RitualChange;
import io.pilotage.redesign.WorkflowChange.ToBeStep;
import io.pilotage.redesign.WorkflowChange.Tomorrow;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The frontline lead describes how the work will go, and which rituals change. */
@Component
class MapToBe implements HumanTask<MapToBe.Answers> {

    private final RedesignManagement redesign;
    private final WorkSummary work;

    MapToBe(RedesignManagement redesign, WorkSummary work) {
        this.redesign = redesign;
        this.work = work;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        redesign.describe(redesign.changeOf(submission.pilotKey())
                .tomorrow(
                        answers.step,
                        answers.ritualChange,
                        new Tomorrow(answers.workRemoved, answers.fallback, answers.controlPoints, answers.diagram)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>();
        context.put("rituals", work.rituals(pilotKey));
        context.put("minutesBefore", redesign.changeOf(pilotKey).minutesBefore());
        return context;
    }

    /** What the form asks. */
    record Answers(
            List<ToBeStep> step,
            List<RitualChange> ritualChange,
            String workRemoved,
            String fallback,
            String controlPoints,
            @Nullable String diagram) {}
}
