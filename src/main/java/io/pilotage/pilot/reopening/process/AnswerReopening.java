package io.pilotage.pilot.reopening.process;

import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.reopening.Finality;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The governance chair says what the evidence changes: nothing, this one point for some, or the whole pilot. */
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
        boolean again = answers.decision.equals("again");
        if (again) {
            finality.openAgain(loopId, answers.concerned, answers.reason, submission.actor());
        } else {
            finality.answer(loopId, stands, answers.reason, submission.actor());
        }
        if (!stands && !again) {
            kills.open(submission.pilotKey(), finality.get(loopId).question().callsIntoQuestion(answers.reason));
        }
        return Map.of("decisionStands", stands, "pointOpenAgain", again, "partRoles", answers.concerned);
    }

    @Override
    public Map<String, Object> context(String pilotKey, Map<String, Object> variables) {
        return words.withParts(pilotKey, variables);
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(String decision, List<String> concerned, String reason) {}
}
