package io.pilotage.rollout.process;

import io.pilotage.rollout.ChangeNotice;
import io.pilotage.rollout.Ring;
import io.pilotage.rollout.RingLimits;
import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pilot owner plans the rings; on the short path ring 0 starts with it, and its users are told first. */
@Component
class PlanRings implements HumanTask<PlanRings.Answers> {

    private final RolloutManagement rollout;

    PlanRings(RolloutManagement rollout) {
        this.rollout = rollout;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        rollout.plan(submission.pilotKey(), answers.limits(), answers.ring);
        if (answers.notice != null && answers.contact != null) {
            rollout.announce(new ChangeNotice(
                    UUID.randomUUID().toString(),
                    submission.pilotKey(),
                    0,
                    "firstUse",
                    answers.notice,
                    answers.contact,
                    submission.at().atZone(ZoneOffset.UTC).toLocalDate(),
                    submission.actor(),
                    submission.at(),
                    null));
        }
        return Map.of();
    }

    /** What the form asks. */
    record Answers(
            List<Ring> ring,
            BigDecimal availabilityMin,
            @Nullable BigDecimal overrideMin,
            @Nullable BigDecimal overrideMax,
            @Nullable BigDecimal reviewSecondsMin,
            @Nullable BigDecimal latencySecondsMax,
            @Nullable BigDecimal unitCostModel,
            @Nullable String notice,
            @Nullable String contact) {

        RingLimits limits() {
            return new RingLimits(
                    availabilityMin, overrideMin, overrideMax, reviewSecondsMin, latencySecondsMax, unitCostModel);
        }
    }
}
