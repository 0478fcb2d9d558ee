package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody reads the figure of a limit on its day; whether it is kept is worked out. */
@Component
class CheckLimit implements HumanTask<CheckLimit.Answers> {

    private final LimitWatch limits;
    private final LimitWords words;

    CheckLimit(LimitWatch limits, LimitWords words) {
        this.limits = limits;
        this.words = words;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String limit = Objects.requireNonNull(submission.text("limitId"));
        return Map.of("limitDecides", limits.read(limit, answers.measured, answers.readOn));
    }

    @Override
    public Map<String, Object> context(String pilotKey, Map<String, Object> variables) {
        return variables.get("limitId") instanceof String limit
                ? Map.of("limit", words.of(limits.get(limit)))
                : Map.of();
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            BigDecimal measured, LocalDate readOn, @Nullable String remark) {}
}
