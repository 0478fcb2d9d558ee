package io.pilotage.governance.process;

import io.pilotage.governance.AuthorisationManagement;
import io.pilotage.governance.Branch;
import io.pilotage.governance.ResidualRisk;
import io.pilotage.governance.Scorecards;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateAnswers;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateVerdict;
import io.pilotage.pilot.SentBack;
import io.pilotage.pilot.reopening.Reworks;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gate G3 on disagreement: the governance chair authorises, asks again, holds or rejects. */
@Component
class DecideAuthorisation implements HumanTask<DecideAuthorisation.Answers> {

    private final AuthorisationManagement authorisations;
    private final Scorecards scorecards;
    private final GateKeeper gates;
    private final Reworks reworks;
    private final ReviewSummary summary;

    DecideAuthorisation(
            AuthorisationManagement authorisations,
            Scorecards scorecards,
            GateKeeper gates,
            Reworks reworks,
            ReviewSummary summary) {
        this.authorisations = authorisations;
        this.scorecards = scorecards;
        this.gates = gates;
        this.reworks = reworks;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        answers.question.forEach(question -> scorecards.lateQuestion(
                pilotKey, Branch.ofCode(question.branch), question.text, submission.actor(), submission.at()));
        if (answers.residualRisk != null) {
            authorisations.answer(new ResidualRisk(
                    pilotKey, true, submission.actor(), answers.residualRisk, null, null, null, null, submission.at()));
        }
        GateVerdict verdict = gates.vote(
                pilotKey,
                new GateAnswers(
                                answers.decision,
                                answers.reason == null ? answers.grounds : answers.reason,
                                answers.reasonCode,
                                answers.holdUntil,
                                null)
                        .vote(
                                Gate.G3,
                                submission,
                                new SentBack(answers.evidence, answers.evidenceOn, answers.ownsRisk)),
                List.of(submission.role()));
        Map<String, Object> variables = reworks.variables(pilotKey, Gate.G3, verdict, "authorisationDecision");
        variables.put("reviewsToRepeat", answers.branches);
        return variables;
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>();
        context.put("sendingBack", reworks.shown(pilotKey, Gate.G3));
        context.put("criteria", summary.criteria(pilotKey));
        context.put("reviews", summary.reviews(pilotKey));
        context.put("openFindings", summary.openFindings(pilotKey));
        context.put("residualRiskOpen", gates.missing(pilotKey, Gate.G3).contains("residualRiskOwned"));
        return context;
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
            @Nullable String grounds,
            @Nullable String residualRisk,
            @Nullable String evidence,
            @Nullable LocalDate evidenceOn,
            boolean ownsRisk,
            List<String> branches,
            List<LateQuestion> question) {}

    /** A question first raised at the gate, and the function that should have asked it. */
    record LateQuestion(String text, String branch) {}
}
