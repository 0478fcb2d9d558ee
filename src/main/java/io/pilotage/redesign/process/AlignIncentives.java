package io.pilotage.redesign.process;

import io.pilotage.redesign.Incentives;
import io.pilotage.redesign.Incentives.Conflict;
import io.pilotage.redesign.RedesignManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sponsor says which targets work against the use, and what is decided on each. */
@Component
class AlignIncentives implements HumanTask<AlignIncentives.Answers> {

    private final RedesignManagement redesign;
    private final WorkSummary work;

    AlignIncentives(RedesignManagement redesign, WorkSummary work) {
        this.redesign = redesign;
        this.work = work;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        redesign.align(
                new Incentives(
                        pilotKey,
                        answers.checked,
                        answers.incentive,
                        redesign.incentivesOf(pilotKey).map(Incentives::version).orElse(null)),
                submission.actor());
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of("ritualChanges", work.ritualChanges(pilotKey));
    }

    /** What the form asks. */
    record Answers(String touched, @Nullable String checked, List<Conflict> incentive) {}
}
