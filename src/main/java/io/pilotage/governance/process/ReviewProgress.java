package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.Scorecards;
import io.pilotage.workflow.StepEntered;
import io.pilotage.workflow.TaskEscalated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the reviews in step with the engine: who was asked when, and who stayed silent up to the last level. */
@Component
class ReviewProgress {

    private static final String LAST_LEVEL = "L3";

    private final ReviewManagement reviews;
    private final Scorecards scorecards;

    ReviewProgress(ReviewManagement reviews, Scorecards scorecards) {
        this.reviews = reviews;
        this.scorecards = scorecards;
    }

    @EventListener
    void on(StepEntered step) {
        Branch.ofTask(step.element()).ifPresent(branch -> reviews.ask(step.pilotKey(), branch));
    }

    @EventListener
    void on(TaskEscalated task) {
        if (task.level().equals(LAST_LEVEL)) {
            Branch.ofTask(task.taskId()).ifPresent(branch -> scorecards.silence(task.pilotKey(), branch, task.at()));
        }
    }
}
