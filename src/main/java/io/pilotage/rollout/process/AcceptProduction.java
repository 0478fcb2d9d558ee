package io.pilotage.rollout.process;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateAnswers;
import io.pilotage.pilot.GateCriteria;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.GateVerdict;
import io.pilotage.pilot.SentBack;
import io.pilotage.pilot.reopening.Reworks;
import io.pilotage.rollout.ProductionManagement;
import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gate G5: operations accepts the run, or the pilot stays for another dwell in its last ring. */
@Component
class AcceptProduction implements HumanTask<AcceptProduction.Answers> {

    private final ProductionManagement production;
    private final RolloutManagement rollout;
    private final GateKeeper gates;
    private final Reworks reworks;
    private final RingPicture rings;
    private final GateCriteria criteria;

    AcceptProduction(
            ProductionManagement production,
            RolloutManagement rollout,
            GateKeeper gates,
            Reworks reworks,
            RingPicture rings,
            GateCriteria criteria) {
        this.production = production;
        this.rollout = rollout;
        this.gates = gates;
        this.reworks = reworks;
        this.rings = rings;
        this.criteria = criteria;
    }

    /** Another dwell is rework at the gate: the pilot goes on and is not put on hold. */
    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean accepted = answers.decision.equals("go");
        production.decide(submission.pilotKey(), accepted, answers.owner, submission.actor(), submission.at());
        String vote = accepted ? answers.decision : GateOutcome.REWORK.code();
        GateVerdict verdict = gates.vote(
                submission.pilotKey(),
                new GateAnswers(vote, answers.reason, answers.reasonCode, null, null)
                        .vote(
                                Gate.G5,
                                submission,
                                new SentBack(answers.evidence, answers.evidenceOn, answers.ownsRisk)),
                List.of(submission.role()));
        return reworks.variables(submission.pilotKey(), Gate.G5, verdict, "productionDecision");
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of(
                "sendingBack", reworks.shown(pilotKey, Gate.G5),
                "criteria", criteria.of(pilotKey, Gate.G5),
                "figures", rings.figures(pilotKey),
                "rollbacks",
                        rollout.rollbacksOf(pilotKey).stream()
                                .map(rollback -> Map.of(
                                        "ring", rollback.ring(),
                                        "on", rollback.rolledBackOn().toString(),
                                        "what", rollback.what()))
                                .toList());
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable String owner,
            boolean accepted,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String evidence,
            @Nullable LocalDate evidenceOn,
            boolean ownsRisk) {}
}
