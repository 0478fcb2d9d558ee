package io.pilotage.pilot.reopening.process;

import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.reopening.Finality;
import io.pilotage.pilot.reopening.Settlement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A point is open again: each of those whom it concerns stands by what they decided, or the pilot is in question. */
@Component
class DecidePointAgain implements HumanTask<DecidePointAgain.Answers> {

    private final Finality finality;
    private final KillOrDefend kills;
    private final LoopWords words;

    DecidePointAgain(Finality finality, KillOrDefend kills, LoopWords words) {
        this.finality = finality;
        this.kills = kills;
        this.words = words;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String loopId = Objects.requireNonNull(submission.text("loopId"));
        Optional<Settlement> against = finality.decideAgain(
                loopId,
                new Settlement(
                        Objects.requireNonNull(submission.text("partRole")),
                        submission.actor(),
                        answers.decision.equals("stand"),
                        null,
                        answers.reason),
                submission.list("partRoles").size());
        against.ifPresent(said -> kills.open(
                submission.pilotKey(), finality.get(loopId).question().callsIntoQuestion(said.reason())));
        return Map.of("pointDecidedAgain", against.isEmpty());
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
