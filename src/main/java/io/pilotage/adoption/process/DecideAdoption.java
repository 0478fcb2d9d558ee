package io.pilotage.adoption.process;

import io.pilotage.adoption.AdoptionManagement;
import io.pilotage.adoption.UseDecision;
import io.pilotage.adoption.Verdict;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sponsor decides with the figures at hand; gate G6 is voted here when the case is adopted. */
@Component
class DecideAdoption implements HumanTask<DecideAdoption.Answers> {

    private final AdoptionManagement adoption;
    private final PeriodPicture picture;

    DecideAdoption(AdoptionManagement adoption, PeriodPicture picture) {
        this.adoption = adoption;
        this.picture = picture;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        UseDecision decision = UseDecision.ofCode(answers.decision);
        adoption.decide(
                submission.pilotKey(),
                new Verdict(
                        decision,
                        answers.reasonCode,
                        answers.reason,
                        answers.plan,
                        submission.actor(),
                        submission.role(),
                        submission.at()));
        return Map.of("adoptionDecision", decision.code(), "outcome", decision.outcome());
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return picture.of(pilotKey);
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable String plan,
            @Nullable String reasonCode,
            String reason) {}
}
