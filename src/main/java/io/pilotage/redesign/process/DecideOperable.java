package io.pilotage.redesign.process;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateAnswers;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateVerdict;
import io.pilotage.pilot.SentBack;
import io.pilotage.pilot.reopening.Reworks;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gate G4: each signer says whether the work can be done this way. */
@Component
class DecideOperable implements HumanTask<DecideOperable.Answers> {

    private final GateKeeper gates;
    private final Reworks reworks;
    private final WorkSummary work;

    DecideOperable(GateKeeper gates, Reworks reworks, WorkSummary work) {
        this.gates = gates;
        this.reworks = reworks;
        this.work = work;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        GateVerdict verdict = gates.vote(
                submission.pilotKey(),
                new GateAnswers(
                                answers.decision.equals("stop") ? "reject" : answers.decision,
                                answers.reason,
                                answers.reasonCode,
                                answers.holdUntil,
                                null)
                        .vote(
                                Gate.G4,
                                submission,
                                new SentBack(answers.evidence, answers.evidenceOn, answers.ownsRisk)),
                submission.list("signers"));
        return reworks.variables(submission.pilotKey(), Gate.G4, verdict, "operableDecision");
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of(
                "sendingBack", reworks.shown(pilotKey, Gate.G4),
                "change", work.change(pilotKey),
                "criteria", work.criteria(gates.requirements(pilotKey, Gate.G4), gates.missing(pilotKey, Gate.G4)),
                "ritualChanges", work.ritualChanges(pilotKey),
                "objections", work.objections(pilotKey),
                "roster", work.roster(pilotKey));
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable LocalDate holdUntil,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String evidence,
            @Nullable LocalDate evidenceOn,
            boolean ownsRisk) {}
}
