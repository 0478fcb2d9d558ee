package io.pilotage.roi.process;

import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.roi.DownsideOwnership;
import io.pilotage.roi.ReworkRule;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** After the third rework the chair names who takes the risk, or ends the pilot. */
@Component
class OwnOrKill implements HumanTask<OwnOrKill.Answers> {

    private final RoiManagement roi;
    private final PilotManagement pilots;
    private final ReworkRule reworks;
    private final MoneyCaseContext context;
    private final MoneyWords words;

    OwnOrKill(
            RoiManagement roi, PilotManagement pilots, ReworkRule reworks, MoneyCaseContext context, MoneyWords words) {
        this.roi = roi;
        this.pilots = pilots;
        this.reworks = reworks;
        this.context = context;
        this.words = words;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        if (answers.decision.equals("own")) {
            roi.own(new DownsideOwnership(
                    pilotKey,
                    Objects.requireNonNull(answers.owner),
                    Objects.requireNonNull(answers.amount),
                    Objects.requireNonNull(answers.until),
                    Objects.requireNonNull(answers.grounds),
                    submission.actor(),
                    roi.ownershipOf(pilotKey).map(DownsideOwnership::version).orElse(null)));
            return Map.of("downsideOwned", true);
        }
        pilots.become(
                pilotKey,
                PilotStatus.STOPPED,
                StallReason.ofCode(Objects.requireNonNull(answers.reasonCode)),
                answers.reason);
        return Map.of("downsideOwned", false, "outcome", "stopped");
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> shown = context.withCost(pilotKey);
        shown.put("rounds", reworks.reworks(pilotKey).stream().map(this::round).toList());
        return shown;
    }

    private Map<String, Object> round(GateDecided decided) {
        return Map.of(
                "at", words.day(LocalDate.ofInstant(decided.at(), ZoneOffset.UTC)),
                "by", decided.signers().stream().map(words::person).collect(Collectors.joining(", ")),
                "reason", Objects.toString(decided.reason(), ""));
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String owner,
            @Nullable BigDecimal amount,
            @Nullable LocalDate until,
            @Nullable String grounds) {}
}
