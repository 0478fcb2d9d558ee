package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.StallReason;
import io.pilotage.pilot.defence.Defence;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sponsor defends the pilot with new evidence, or lets it stop. */
@Component
class DefendPilot implements HumanTask<DefendPilot.Answers> {

    private final KillOrDefend kills;
    private final KillSummary summary;

    DefendPilot(KillOrDefend kills, KillSummary summary) {
        this.kills = kills;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean defended = answers.decision.equals("defend");
        if (defended) {
            kills.defend(submission.pilotKey(), answers.defence(), answers.criterion, answers.evidence);
        } else {
            kills.giveReason(
                    submission.pilotKey(),
                    StallReason.ofCode(Objects.requireNonNull(answers.reasonCode)),
                    answers.reason);
        }
        return Map.of("isDefended", defended);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return summary.question(pilotKey);
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String newEvidence,
            @Nullable String change,
            @Nullable BigDecimal costUntilThen,
            @Nullable LocalDate judgeOn,
            List<Defence.Evidence> evidence,
            List<Defence.Limit> criterion) {

        Defence defence() {
            return new Defence(
                    Objects.requireNonNull(newEvidence),
                    Objects.requireNonNull(change),
                    Objects.requireNonNull(costUntilThen),
                    Objects.requireNonNull(judgeOn));
        }
    }
}
