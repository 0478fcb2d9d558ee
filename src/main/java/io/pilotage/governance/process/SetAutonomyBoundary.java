package io.pilotage.governance.process;

import io.pilotage.governance.AutonomyBoundary;
import io.pilotage.governance.AutonomyBoundary.BoundaryAction;
import io.pilotage.governance.AutonomyBoundary.Stopping;
import io.pilotage.governance.BoundaryManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision owner says, action by action, what the pilot may do by itself and how it is stopped. */
@Component
class SetAutonomyBoundary implements HumanTask<SetAutonomyBoundary.Answers> {

    private final BoundaryManagement boundaries;

    SetAutonomyBoundary(BoundaryManagement boundaries) {
        this.boundaries = boundaries;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        if (answers.decision.equals("set")) {
            boundaries.set(
                    submission.pilotKey(),
                    answers.action,
                    new Stopping(answers.override, answers.stopProcedure, answers.stopContact, answers.stopMinutes),
                    submission.actor(),
                    submission.at());
        } else {
            boundaries.setNothing(
                    submission.pilotKey(), Objects.requireNonNull(answers.reason), submission.actor(), submission.at());
        }
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> boundary = new HashMap<>();
        boundary.put("limit", boundaries.limitOf(pilotKey));
        boundary.put(
                "declined",
                boundaries.of(pilotKey).map(AutonomyBoundary::declinedReason).orElse(null));
        return Map.of("boundary", boundary);
    }

    /** What the form asks; how it is stopped only when there is something to stop. */
    record Answers(
            String decision,
            @Nullable String reason,
            List<BoundaryAction> action,
            String override,
            String stopProcedure,
            String stopContact,
            BigDecimal stopMinutes) {}
}
