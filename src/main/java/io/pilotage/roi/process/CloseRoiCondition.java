package io.pilotage.roi.process;

import io.pilotage.roi.RoiConditionManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pilot owner closes a point under which the money case was signed. */
@Component
class CloseRoiCondition implements HumanTask<CloseRoiCondition.Answers> {

    private final RoiConditionManagement conditions;
    private final MoneyWords words;

    CloseRoiCondition(RoiConditionManagement conditions, MoneyWords words) {
        this.conditions = conditions;
        this.words = words;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean everyone = conditions.close(
                submission.pilotKey(), answers.number, answers.how, answers.link, submission.actor(), submission.at());
        return Map.of("everyConditionClosed", everyone);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of(
                "conditions",
                conditions.open(pilotKey).stream().map(words::point).toList());
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(int number, String how, @Nullable String link) {}
}
