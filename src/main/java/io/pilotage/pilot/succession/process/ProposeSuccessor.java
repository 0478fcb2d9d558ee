package io.pilotage.pilot.succession.process;

import io.pilotage.pilot.succession.Succession;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The head of the function names a successor, who is then asked. */
@Component
class ProposeSuccessor implements HumanTask<ProposeSuccessor.Answers> {

    private final Succession succession;
    private final SuccessionSummary summary;

    ProposeSuccessor(Succession succession, SuccessionSummary summary) {
        this.succession = succession;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        succession.propose(
                submission.pilotKey(),
                Objects.requireNonNull(submission.text("role")),
                answers.successor,
                answers.why,
                answers.handover,
                submission.actor());
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey, Map<String, Object> variables) {
        return summary.of(pilotKey, variables);
    }

    /** What the form asks. */
    record Answers(String successor, String why, String handover) {}
}
