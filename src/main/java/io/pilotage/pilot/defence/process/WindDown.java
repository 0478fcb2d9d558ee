package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.defence.WindDownManagement;
import io.pilotage.pilot.defence.WindDownRecord;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** IT operations confirms that a stopped pilot does not live on unseen. */
@Component
class WindDown implements HumanTask<WindDown.Answers> {

    private final WindDownManagement windDowns;
    private final PilotManagement pilots;

    WindDown(WindDownManagement windDowns, PilotManagement pilots) {
        this.windDowns = windDowns;
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        windDowns.close(new WindDownRecord(
                pilotKey,
                answers.endedOn,
                answers.recordsKeptUntil,
                answers.lessons,
                windDowns.of(pilotKey).map(WindDownRecord::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        String reason = Objects.requireNonNullElse(pilots.get(pilotKey).statusNote(), "");
        return Map.of("stop", Map.of("reason", reason));
    }

    /** What the form asks; the ticks must all be set. */
    record Answers(
            boolean usersInformed,
            boolean accessOff,
            boolean costsStopped,
            LocalDate endedOn,
            LocalDate recordsKeptUntil,
            @Nullable String lessons) {}
}
