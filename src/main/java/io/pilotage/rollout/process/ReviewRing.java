package io.pilotage.rollout.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.rollout.RingFigures;
import io.pilotage.rollout.RingReview;
import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reviewer of a ring looks at its figures and promotes it, holds it or rolls it back. */
@Component
class ReviewRing implements HumanTask<ReviewRing.Answers> {

    private final RolloutManagement rollout;
    private final PilotManagement pilots;
    private final RingPicture rings;

    ReviewRing(RolloutManagement rollout, PilotManagement pilots, RingPicture rings) {
        this.rollout = rollout;
        this.pilots = pilots;
        this.rings = rings;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        rollout.review(new RingReview(
                UUID.randomUUID().toString(),
                submission.pilotKey(),
                rollout.currentRing(submission.pilotKey()),
                answers.figures(),
                answers.segments(),
                answers.decision,
                answers.reasonCode,
                answers.reason,
                submission.actor(),
                submission.at(),
                null));
        return Map.of("ringDecision", answers.decision);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>(rings.current(pilotKey));
        context.put("unmeasured", pilots.get(pilotKey).status() == PilotStatus.UNMEASURED);
        context.put("limits", rings.limits(pilotKey));
        return context;
    }

    /** One group of users as the form asks for it. */
    record Segment(String name, BigDecimal use) {}

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            List<Segment> segment,
            @Nullable BigDecimal overrideRate,
            @Nullable BigDecimal reviewSeconds,
            int complaints,
            int appeals,
            int incidents,
            BigDecimal availability,
            @Nullable BigDecimal latencySeconds,
            @Nullable BigDecimal unitCost,
            @Nullable BigDecimal contractMet,
            int openFindings,
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason) {

        List<RingReview.SegmentUse> segments() {
            return segment.stream()
                    .map(asked -> new RingReview.SegmentUse(asked.name, asked.use))
                    .toList();
        }

        RingFigures figures() {
            return new RingFigures(
                    overrideRate,
                    reviewSeconds,
                    complaints,
                    appeals,
                    incidents,
                    availability,
                    latencySeconds,
                    unitCost,
                    contractMet,
                    openFindings);
        }
    }
}
