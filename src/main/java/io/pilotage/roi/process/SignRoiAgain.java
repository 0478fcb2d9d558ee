package io.pilotage.roi.process;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateAnswers;
import io.pilotage.pilot.GateCriteria;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateVerdict;
import io.pilotage.pilot.SigningAmount;
import io.pilotage.roi.RoiCondition.Finding;
import io.pilotage.roi.RoiConditionManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gate G2 once more, because a point of the signature was missed: each signer signs again or ends the pilot. */
@Component
class SignRoiAgain implements HumanTask<SignRoiAgain.Answers> {

    private final GateKeeper gates;
    private final RoiConditionManagement conditions;
    private final MoneyCaseContext context;
    private final GateCriteria criteria;
    private final MoneyWords words;
    private final SigningAmount signing;

    SignRoiAgain(
            GateKeeper gates,
            RoiConditionManagement conditions,
            MoneyCaseContext context,
            GateCriteria criteria,
            MoneyWords words,
            SigningAmount signing) {
        this.signing = signing;
        this.gates = gates;
        this.conditions = conditions;
        this.context = context;
        this.criteria = criteria;
        this.words = words;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        conditions.propose(pilotKey, answers.finding, submission.actor(), submission.at());
        GateVerdict verdict = gates.vote(
                pilotKey,
                new GateAnswers(answers.decision, answers.reason, answers.reasonCode, null, null)
                        .vote(Gate.G2, submission),
                submission.list("signers"));
        return Map.of("signedAgain", verdict.outcome().opens());
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> shown = context.whole(pilotKey);
        shown.put("criteria", criteria.of(pilotKey, Gate.G2));
        shown.putAll(signing.context(pilotKey, "nameRenewalSigners"));
        shown.put("missed", conditions.open(pilotKey).stream().map(words::point).toList());
        return shown;
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
            List<Finding> finding) {}
}
