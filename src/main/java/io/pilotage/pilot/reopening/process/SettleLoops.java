package io.pilotage.pilot.reopening.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.pilot.reopening.Finality;
import io.pilotage.pilot.reopening.Settlement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One loop too many: sponsor and chair each own the risk of going on, or the pilot ends. */
@Component
class SettleLoops implements HumanTask<SettleLoops.Answers> {

    private final Finality finality;
    private final PilotManagement pilots;
    private final LoopWords words;

    SettleLoops(Finality finality, PilotManagement pilots, LoopWords words) {
        this.finality = finality;
        this.pilots = pilots;
        this.words = words;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean owned = answers.decision.equals("own");
        Optional<Settlement> killed = finality.settle(
                Objects.requireNonNull(submission.text("loopId")),
                new Settlement(
                        submission.role(),
                        submission.actor(),
                        owned,
                        owned ? null : StallReason.ofCode(Objects.requireNonNull(answers.reasonCode)),
                        answers.reason),
                submission.list("signers").size());
        killed.ifPresent(
                end -> pilots.become(submission.pilotKey(), PilotStatus.STOPPED, end.stallReason(), end.reason()));
        return killed.isEmpty() ? Map.of("loopsOwned", true) : Map.of("loopsOwned", false, "outcome", "stopped");
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
    record Answers(String decision, @Nullable String reasonCode, String reason) {}
}
