package io.pilotage.rollout.process;

import io.pilotage.rollout.RingRollback;
import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever is on call takes the ring back and says what happened. */
@Component
class RollBackRing implements HumanTask<RollBackRing.Answers> {

    private final RolloutManagement rollout;
    private final RingPicture rings;

    RollBackRing(RolloutManagement rollout, RingPicture rings) {
        this.rollout = rollout;
        this.rings = rings;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        rollout.rollBack(new RingRollback(
                UUID.randomUUID().toString(),
                submission.pilotKey(),
                rollout.currentRing(submission.pilotKey()),
                answers.rolledBackOn,
                answers.cause,
                answers.what,
                answers.mending,
                submission.actor(),
                submission.at(),
                null));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return rings.withReasonToRollBack(pilotKey);
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            boolean accessOff,
            boolean fallbackRuns,
            boolean usersInformed,
            LocalDate rolledBackOn,
            String cause,
            String what,
            String mending) {}
}
