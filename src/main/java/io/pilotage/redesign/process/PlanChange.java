package io.pilotage.redesign.process;

import io.pilotage.redesign.Friction;
import io.pilotage.redesign.Objection.Concern;
import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.Roster;
import io.pilotage.redesign.Roster.Segment;
import io.pilotage.redesign.WorkflowChange.RitualChange;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The frontline lead of a small pilot plans the whole change in one form. */
@Component
class PlanChange implements HumanTask<PlanChange.Answers> {

    private final RedesignManagement redesign;

    PlanChange(RedesignManagement redesign) {
        this.redesign = redesign;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        redesign.describe(redesign.changeOf(pilotKey)
                .inProse(
                        answers.asIs,
                        answers.toBe,
                        answers.minutesBefore,
                        answers.minutesAfter,
                        answers.fallback,
                        answers.ritualChange));
        redesign.measure(new Friction(
                pilotKey,
                answers.minutesBefore,
                answers.minutesAfter,
                null,
                null,
                null,
                redesign.frictionOf(pilotKey).map(Friction::version).orElse(null)));
        redesign.note(pilotKey, submission.taskId(), answers.concern);
        redesign.declare(new Roster(
                pilotKey,
                answers.population,
                answers.excluded,
                answers.exclusionReason,
                null,
                null,
                answers.segment,
                redesign.rosterOf(pilotKey).map(Roster::version).orElse(null)));
        return Map.of();
    }

    /** What the form asks. */
    record Answers(
            String asIs,
            String toBe,
            BigDecimal minutesBefore,
            BigDecimal minutesAfter,
            String fallback,
            List<RitualChange> ritualChange,
            List<Segment> segment,
            int population,
            int excluded,
            @Nullable String exclusionReason,
            List<Concern> concern) {}
}
