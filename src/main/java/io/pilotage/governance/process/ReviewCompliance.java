package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.ComplianceAssessment;
import io.pilotage.governance.ComplianceAssessment.PolicyException;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.governance.process.BranchAnswers.FindingAnswer;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compliance looks at every pilot: tier, duties, exceptions; it also answers what nobody answered about risk. */
@Component
class ReviewCompliance extends AssessedReview<ReviewCompliance.Answers> {

    private final PilotManagement pilots;

    ReviewCompliance(ReviewManagement reviews, PilotManagement pilots, ReviewSummary summary) {
        super(Branch.COMPLIANCE, reviews, summary);
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        RiskAnswers known = pilots.get(pilotKey).risk();
        pilots.answerRisk(pilotKey, answers.risk(known));
        super.completed(answers, submission);
        return RiskFacts.variables(pilots.get(pilotKey));
    }

    @Override
    Map<String, Object> known(String pilotKey) {
        return Map.of("risk", RiskFacts.context(pilots.get(pilotKey).risk()));
    }

    /** What the form asks; risk answers only where they are missing or corrected, duties only when it is approved. */
    record Answers(
            @Nullable String tierAnswers,
            @Nullable String regulatedArea,
            @Nullable String affectedPersons,
            @Nullable String autonomy,
            @Nullable String agentic,
            @Nullable String personalData,
            @Nullable String workersAffected,
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            String jurisdiction,
            String highRisk,
            @Nullable String exemption,
            String duties,
            List<PolicyException> exception,
            List<FindingAnswer> finding,
            List<Evidence> evidence,
            String conflict,
            @Nullable String conflictDetail)
            implements AssessedAnswers {

        @Override
        public ComplianceAssessment assessment(String pilotKey) {
            return new ComplianceAssessment(pilotKey, jurisdiction, highRisk, exemption, duties, exception);
        }

        /** The risk answers as they are now: what is given here counts, the rest stays. */
        RiskAnswers risk(RiskAnswers known) {
            return new RiskAnswers(
                    regulatedArea == null ? known.regulatedArea() : regulatedArea,
                    affectedPersons == null ? known.affectedPersons() : affectedPersons,
                    autonomy == null ? known.autonomy() : autonomy,
                    yes(agentic, known.agentic()),
                    yes(personalData, known.personalData()),
                    yes(workersAffected, known.workersAffected()));
        }

        private static @Nullable Boolean yes(@Nullable String answer, @Nullable Boolean known) {
            return answer == null ? known : Boolean.valueOf(answer.equals("yes"));
        }
    }
}
