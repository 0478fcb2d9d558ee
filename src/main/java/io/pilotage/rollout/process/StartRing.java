package io.pilotage.rollout.process;

import io.pilotage.rollout.ChangeNotice;
import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The pilot owner tells the users of the ring what changes for them, in plain words (R101). */
@Component
class StartRing implements HumanTask<StartRing.Answers> {

    private final RolloutManagement rollout;
    private final RingPicture rings;

    StartRing(RolloutManagement rollout, RingPicture rings) {
        this.rollout = rollout;
        this.rings = rings;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        rollout.announce(new ChangeNotice(
                UUID.randomUUID().toString(),
                submission.pilotKey(),
                rollout.currentRing(submission.pilotKey()),
                answers.change,
                answers.notice,
                answers.contact,
                answers.sentOn,
                submission.actor(),
                submission.at(),
                null));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>(rings.current(pilotKey));
        rollout.lastRollback(pilotKey).ifPresent(rollback -> context.put("rollback", Map.of("what", rollback.what())));
        return context;
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(String change, String notice, String contact, LocalDate sentOn, boolean fallbackKnown) {}
}
