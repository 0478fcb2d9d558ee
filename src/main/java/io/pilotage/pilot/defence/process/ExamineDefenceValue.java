package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.defence.Opinion;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finance says whether the figures carry the defence. */
@Component
class ExamineDefenceValue implements HumanTask<ExamineDefenceValue.Answers> {

    private final KillOrDefend kills;
    private final KillSummary summary;

    ExamineDefenceValue(KillOrDefend kills, KillSummary summary) {
        this.kills = kills;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean supported = answers.decision.equals("supported");
        kills.examine(
                submission.pilotKey(),
                new Opinion(submission.role(), supported, answers.netValue, null, answers.reason));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return summary.defence(pilotKey);
    }

    /** What the form asks. */
    record Answers(String decision, BigDecimal netValue, String reason) {}
}
