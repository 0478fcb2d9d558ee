package io.pilotage.redesign.process;

import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.WorkflowChange.AsIsStep;
import io.pilotage.redesign.WorkflowChange.Ritual;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The frontline lead describes how the work goes today. */
@Component
class MapAsIs implements HumanTask<MapAsIs.Answers> {

    private final RedesignManagement redesign;

    MapAsIs(RedesignManagement redesign) {
        this.redesign = redesign;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        redesign.describe(redesign.changeOf(submission.pilotKey())
                .today(answers.step, answers.ritual, answers.painPoints, answers.diagram));
        return Map.of();
    }

    /** What the form asks. */
    record Answers(
            List<AsIsStep> step,
            List<Ritual> ritual,
            String painPoints,
            @Nullable String diagram) {}
}
