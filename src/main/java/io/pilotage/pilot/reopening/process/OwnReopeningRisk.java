package io.pilotage.pilot.reopening.process;

import io.pilotage.pilot.reopening.Finality;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Somebody else than who asks takes the risk that asking again is a mistake, or does not. */
@Component
class OwnReopeningRisk implements HumanTask<OwnReopeningRisk.Answers> {

    private final Finality finality;
    private final LoopWords words;

    OwnReopeningRisk(Finality finality, LoopWords words) {
        this.finality = finality;
        this.words = words;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean owned = answers.decision.equals("own");
        finality.own(Objects.requireNonNull(submission.text("loopId")), owned, answers.reason, submission.actor());
        return Map.of("riskOwned", owned);
    }

    @Override
    public Map<String, Object> context(String pilotKey, Map<String, Object> variables) {
        return words.context(pilotKey, variables);
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(String decision, String reason) {}
}
