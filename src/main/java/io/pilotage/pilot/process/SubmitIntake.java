package io.pilotage.pilot.process;

import io.pilotage.identity.Role;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.Proposal;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.workflow.StartForm;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The intake form opens a case: what is proposed, what it risks, and who is named to answer for it. */
@Component
class SubmitIntake implements StartForm<SubmitIntake.Answers> {

    private final PilotManagement pilots;

    SubmitIntake(PilotManagement pilots) {
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> submitted(Answers answers, Submission submission) {
        Proposal proposal = new Proposal(
                answers.title,
                answers.businessUnit,
                String.join(",", answers.regions),
                answers.operationalPriority,
                answers.processName,
                answers.decisionPoint,
                answers.decidedBy,
                answers.decisionFrequency,
                answers.decisionInformation,
                answers.outcomeMetric,
                answers.outcomeDirection,
                answers.fundingSource,
                answers.amount,
                answers.currency,
                answers.timeBoxEnd,
                answers.similarPilot,
                answers.difference);
        RiskAnswers risk = new RiskAnswers(
                answers.regulatedArea,
                answers.affectedPersons,
                answers.autonomy,
                answers.agentic,
                answers.personalData,
                answers.workersAffected);
        return Map.of("pilotKey", pilots.propose(proposal, risk, answers.named(), submission.actor()));
    }

    /** What the form asks. */
    record Answers(
            String title,
            String businessUnit,
            String processName,
            String operationalPriority,
            String decisionPoint,
            String decidedBy,
            String decisionFrequency,
            String decisionInformation,
            String outcomeMetric,
            String outcomeDirection,
            BigDecimal amount,
            String currency,
            String fundingSource,
            LocalDate timeBoxEnd,
            List<String> regions,
            String regulatedArea,
            String affectedPersons,
            String autonomy,
            boolean agentic,
            boolean personalData,
            boolean workersAffected,
            String sponsor,
            String decisionOwner,
            String pilotOwner,
            String frontlineLead,
            boolean moreNames,
            @Nullable String financePartner,
            @Nullable String dataOwner,
            @Nullable String itOperations,
            @Nullable String changeLead,
            @Nullable String modelValidation,
            @Nullable String complianceReview,
            @Nullable String legalPrivacy,
            @Nullable String securityReview,
            @Nullable String adoptionAnalyst,
            @Nullable String workerLiaison,
            String joinOrDiffer,
            @Nullable String similarPilot,
            @Nullable String difference) {

        Map<String, String> named() {
            Map<Role, String> named = new EnumMap<>(Role.class);
            named.put(Role.BU_SPONSOR, sponsor);
            named.put(Role.DECISION_OWNER, decisionOwner);
            named.put(Role.PILOT_OWNER, pilotOwner);
            named.put(Role.FRONTLINE_LEAD, frontlineLead);
            named.put(Role.FINANCE_PARTNER, financePartner);
            named.put(Role.DATA_OWNER, dataOwner);
            named.put(Role.IT_OPERATIONS, itOperations);
            named.put(Role.CHANGE_LEAD, changeLead);
            named.put(Role.MODEL_VALIDATION, modelValidation);
            named.put(Role.COMPLIANCE_REVIEW, complianceReview);
            named.put(Role.LEGAL_PRIVACY, legalPrivacy);
            named.put(Role.SECURITY_REVIEW, securityReview);
            named.put(Role.ADOPTION_ANALYST, adoptionAnalyst);
            named.put(Role.WORKER_LIAISON, workerLiaison);
            return named.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().group(),
                            entry -> entry.getValue().strip()));
        }
    }
}
