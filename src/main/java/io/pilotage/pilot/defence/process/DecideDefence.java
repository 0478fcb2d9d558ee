package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.StallReason;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The governance chair decides whether the pilot goes on once more. */
@Component
class DecideDefence implements HumanTask<DecideDefence.Answers> {

    private final KillOrDefend kills;
    private final KillSummary summary;

    DecideDefence(KillOrDefend kills, KillSummary summary) {
        this.kills = kills;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean upheld = answers.decision.equals("defended");
        if (upheld) {
            kills.giveReason(submission.pilotKey(), null, answers.grounds);
        } else {
            kills.giveReason(
                    submission.pilotKey(),
                    StallReason.ofCode(Objects.requireNonNull(answers.reasonCode)),
                    answers.reason);
        }
        return Map.of("defenceUpheld", upheld);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>(summary.defence(pilotKey));
        context.put("opinions", summary.opinions(pilotKey));
        return context;
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String grounds) {}
}
