package io.pilotage.governance.process;

import io.pilotage.governance.AuthorisationManagement;
import io.pilotage.governance.ResidualRisk;
import io.pilotage.pilot.StallReason;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision owner takes the risk that remains, by name and in business language, or declines. */
@Component
class OwnResidualRisk implements HumanTask<OwnResidualRisk.Answers> {

    private final AuthorisationManagement authorisations;
    private final ReviewSummary summary;

    OwnResidualRisk(AuthorisationManagement authorisations, ReviewSummary summary) {
        this.authorisations = authorisations;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean owned = answers.decision.equals("own");
        authorisations.answer(new ResidualRisk(
                submission.pilotKey(),
                owned,
                submission.actor(),
                answers.residualRisk,
                answers.worstCase,
                answers.reviewOn,
                answers.reasonCode == null ? null : StallReason.ofCode(answers.reasonCode),
                answers.reason,
                submission.at()));
        return Map.of("residualRiskOwned", owned);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of("reviews", summary.reviews(pilotKey), "openFindings", summary.openFindings(pilotKey));
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
            @Nullable String residualRisk,
            @Nullable String worstCase,
            @Nullable LocalDate reviewOn) {}
}
