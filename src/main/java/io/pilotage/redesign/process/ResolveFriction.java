package io.pilotage.redesign.process;

import io.pilotage.redesign.Friction;
import io.pilotage.redesign.Objection.Concern;
import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.WorkflowChange;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The change lead says what the new way costs people, and answers their concerns. */
@Component
class ResolveFriction implements HumanTask<ResolveFriction.Answers> {

    private final RedesignManagement redesign;
    private final WorkSummary work;

    ResolveFriction(RedesignManagement redesign, WorkSummary work) {
        this.redesign = redesign;
        this.work = work;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        redesign.measure(new Friction(
                pilotKey,
                answers.minutesBefore,
                answers.minutesAfter,
                answers.extraClicks,
                answers.frictionAnswer,
                answers.authorityRole,
                redesign.frictionOf(pilotKey).map(Friction::version).orElse(null)));
        redesign.note(pilotKey, submission.taskId(), answers.concerns());
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        WorkflowChange change = redesign.changeOf(pilotKey);
        Map<String, Object> context = new HashMap<>();
        context.put("ritualChanges", work.ritualChanges(pilotKey));
        context.put("minutesBefore", change.minutesBefore());
        context.put("minutesAfter", change.minutesAfter());
        return context;
    }

    /** What the form asks. */
    record Answers(
            BigDecimal minutesBefore,
            BigDecimal minutesAfter,
            int extraClicks,
            @Nullable String frictionAnswer,
            String authorityRole,
            String authorityView,
            @Nullable String authorityConcern,
            @Nullable String authorityAnswer,
            List<Concern> concern) {

        List<Concern> concerns() {
            List<Concern> all = new ArrayList<>(concern);
            if (authorityConcern != null) {
                all.add(new Concern("losesAuthority", authorityConcern, authorityAnswer));
            }
            return all;
        }
    }
}
