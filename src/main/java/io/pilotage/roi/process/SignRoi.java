package io.pilotage.roi.process;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateAnswers;
import io.pilotage.pilot.GateCriteria;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.SentBack;
import io.pilotage.pilot.SigningAmount;
import io.pilotage.roi.ReworkRule;
import io.pilotage.roi.RoiCondition.Finding;
import io.pilotage.roi.RoiConditionManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gate G2: each signer signs the money case, signs it with conditions, sends it back, holds it or ends the pilot. */
@Component
class SignRoi implements HumanTask<SignRoi.Answers> {

    private final GateKeeper gates;
    private final RoiConditionManagement conditions;
    private final ReworkRule reworks;
    private final MoneyCaseContext context;
    private final GateCriteria criteria;
    private final SigningAmount signing;

    SignRoi(
            GateKeeper gates,
            RoiConditionManagement conditions,
            ReworkRule reworks,
            MoneyCaseContext context,
            GateCriteria criteria,
            SigningAmount signing) {
        this.signing = signing;
        this.gates = gates;
        this.conditions = conditions;
        this.reworks = reworks;
        this.context = context;
        this.criteria = criteria;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        conditions.propose(pilotKey, answers.finding, submission.actor(), submission.at());
        return reworks.variables(
                pilotKey,
                gates.vote(
                        pilotKey,
                        new GateAnswers(answers.decision, answers.reason, answers.reasonCode, answers.holdUntil, null)
                                .vote(
                                        Gate.G2,
                                        submission,
                                        new SentBack(answers.evidence, answers.evidenceOn, answers.ownsRisk)),
                        submission.list("signers")));
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> shown = context.whole(pilotKey);
        shown.put("criteria", criteria.of(pilotKey, Gate.G2));
        shown.put("sendingBack", reworks.shown(pilotKey));
        shown.putAll(signing.context(pilotKey, "nameRoiSigners"));
        return shown;
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
            boolean ownsRisk,
            List<Finding> finding) {}
}
