package io.pilotage.pilot.succession.process;

import io.pilotage.pilot.CaseInsights;
import io.pilotage.pilot.succession.Succession;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The successor reads what the role means on this case, and accepts or declines. */
@Component
class AcceptSuccession implements HumanTask<AcceptSuccession.Answers> {

    private final Succession succession;
    private final SuccessionSummary summary;
    private final CaseInsights insights;

    AcceptSuccession(Succession succession, SuccessionSummary summary, CaseInsights insights) {
        this.succession = succession;
        this.summary = summary;
        this.insights = insights;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String role = Objects.requireNonNull(submission.text("role"));
        boolean accepted = answers.decision.equals("accept");
        if (accepted) {
            succession.accept(submission.pilotKey(), role, answers.deputy, submission.actor());
        } else {
            succession.decline(submission.pilotKey(), role, submission.actor());
        }
        return Map.of("successionAccepted", accepted);
    }

    @Override
    public Map<String, Object> context(String pilotKey, Map<String, Object> variables) {
        Map<String, Object> context = new HashMap<>(summary.of(pilotKey, variables));
        context.putAll(insights.of(pilotKey, "contract", "killCriteria", "findings"));
        return context;
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks; whoever accepts has read everything. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            boolean readContract,
            boolean readCriteria,
            boolean readFindings,
            @Nullable String deputy) {}
}
