package io.pilotage.adoption.process;

import io.pilotage.adoption.AdoptionManagement;
import io.pilotage.adoption.UseDecision;
import io.pilotage.adoption.Verdict;
import io.pilotage.identity.Role;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nobody measured the pilot for two periods: the superior of the sponsor decides what happens to it. */
@Component
class DecideUnmeasured implements HumanTask<DecideUnmeasured.Answers> {

    private final AdoptionManagement adoption;
    private final AccountabilityManagement accountabilities;

    DecideUnmeasured(AdoptionManagement adoption, AccountabilityManagement accountabilities) {
        this.adoption = adoption;
        this.accountabilities = accountabilities;
    }

    /** To measure means that it goes on as it is, with somebody named who measures. */
    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        UseDecision decision = answers.measuredBy == null ? UseDecision.ofCode(answers.decision) : UseDecision.SUSTAIN;
        if (answers.measuredBy != null) {
            accountabilities.name(submission.pilotKey(), Role.ADOPTION_ANALYST.group(), answers.measuredBy);
        }
        adoption.decideUnmeasured(
                submission.pilotKey(),
                new Verdict(
                        decision,
                        answers.reasonCode,
                        answers.reason,
                        null,
                        submission.actor(),
                        submission.role(),
                        submission.at()));
        return Map.of("outcome", decision.outcome());
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of("missed", adoption.missedInARow(pilotKey));
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(String decision, @Nullable String measuredBy, String reasonCode, String reason) {}
}
