package io.pilotage.redesign.process;

import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.TrainingPlan;
import io.pilotage.redesign.TrainingPlan.Unit;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The change lead says who learns what, and whether the first users are ready. */
@Component
class PrepareTraining implements HumanTask<PrepareTraining.Answers> {

    private final RedesignManagement redesign;
    private final WorkSummary work;

    PrepareTraining(RedesignManagement redesign, WorkSummary work) {
        this.redesign = redesign;
        this.work = work;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        redesign.prepare(new TrainingPlan(
                pilotKey,
                answers.passMark,
                answers.neededShare,
                answers.firstUsers,
                answers.passed,
                answers.champions,
                answers.helpDesk,
                answers.literacyRecord,
                answers.training,
                redesign.trainingOf(pilotKey).map(TrainingPlan::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of("roster", work.roster(pilotKey));
    }

    /** What the form asks. */
    record Answers(
            List<Unit> training,
            int passMark,
            int neededShare,
            int firstUsers,
            int passed,
            String champions,
            String helpDesk,
            String literacyRecord) {}
}
