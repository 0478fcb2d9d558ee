package io.pilotage.governance.process;

import io.pilotage.governance.AutonomyBoundary;
import io.pilotage.governance.AutonomyBoundary.Stopping;
import io.pilotage.governance.BoundaryManagement;
import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.Verdict;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.BranchAnswers.FindingAnswer;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compliance signs the boundary of what the pilot may do by itself, or sends it back. */
@Component
class ConfirmAutonomyBoundary implements HumanTask<ConfirmAutonomyBoundary.Answers> {

    private final BoundaryManagement boundaries;
    private final ReviewManagement reviews;
    private final ReviewSummary summary;

    ConfirmAutonomyBoundary(BoundaryManagement boundaries, ReviewManagement reviews, ReviewSummary summary) {
        this.boundaries = boundaries;
        this.reviews = reviews;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        Verdict verdict = answers.verdict(submission);
        boolean signed = boundaries.answer(
                pilotKey, verdict.decision().approves(), answers.reason, submission.actor(), submission.at());
        if (signed) {
            reviews.decide(pilotKey, Branch.AUTONOMY, verdict, Optional::empty);
        }
        return Map.of("boundaryConfirmed", signed);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>();
        context.put("openFindings", summary.openFindings(pilotKey, Branch.AUTONOMY));
        boundaries.of(pilotKey).ifPresent(boundary -> {
            context.put("boundary", words(boundary));
            context.put("actions", actions(boundary));
        });
        return context;
    }

    private static Map<String, Object> words(AutonomyBoundary boundary) {
        Map<String, Object> words = new HashMap<>();
        words.put("none", boundary.isNothing());
        words.put("setBy", boundary.setBy());
        words.put("reason", boundary.noActionReason());
        Stopping stopping = boundary.stopping();
        if (stopping != null) {
            words.put("override", stopping.overrideProcedure());
            words.put("stopProcedure", stopping.stopProcedure());
            words.put("stopContact", stopping.stopContact());
            words.put("stopMinutes", stopping.stopMinutes());
        }
        return words;
    }

    private List<Map<String, Object>> actions(AutonomyBoundary boundary) {
        return boundary.actions().stream()
                .map(action -> Map.<String, Object>of(
                        "name", action.name(),
                        "mode", summary.words("governance.mode." + action.mode()),
                        "condition", action.condition(),
                        "fallback", action.fallback()))
                .toList();
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable String reason,
            List<FindingAnswer> finding,
            List<Evidence> evidence,
            String conflict,
            @Nullable String conflictDetail)
            implements BranchAnswers {}
}
