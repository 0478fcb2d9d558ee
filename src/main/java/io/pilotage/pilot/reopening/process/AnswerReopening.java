package io.pilotage.pilot.reopening.process;

import io.pilotage.pilot.defence.KillCause;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.reopening.Finality;
import io.pilotage.pilot.reopening.Loop;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The governance chair says whether the evidence changes anything: the decision stands, or the pilot is in question. */
@Component
class AnswerReopening implements HumanTask<AnswerReopening.Answers> {

    private final Finality finality;
    private final KillOrDefend kills;
    private final LoopWords words;

    AnswerReopening(Finality finality, KillOrDefend kills, LoopWords words) {
        this.finality = finality;
        this.kills = kills;
        this.words = words;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String loopId = Objects.requireNonNull(submission.text("loopId"));
        boolean stands = answers.decision.equals("stands");
        finality.answer(loopId, stands, answers.reason, submission.actor());
        if (!stands) {
            Loop loop = finality.get(loopId);
            kills.open(
                    submission.pilotKey(),
                    new KillCause(
                            answers.reason,
                            null,
                            loop.question().evidence(),
                            loop.question().evidenceOn()));
        }
        return Map.of("decisionStands", stands);
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
