package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.defence.Opinion;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision owner says whether the risk can still be answered for. */
@Component
class ExamineDefenceRisk implements HumanTask<ExamineDefenceRisk.Answers> {

    private final KillOrDefend kills;
    private final KillSummary summary;

    ExamineDefenceRisk(KillOrDefend kills, KillSummary summary) {
        this.kills = kills;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean supported = answers.decision.equals("supported");
        kills.examine(
                submission.pilotKey(), new Opinion(submission.role(), supported, null, answers.harm, answers.reason));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return summary.defence(pilotKey);
    }

    /** What the form asks. */
    record Answers(String decision, String harm, String reason) {}
}
