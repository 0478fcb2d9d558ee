package io.pilotage.discovery.process;

import io.pilotage.discovery.AccountabilityAnswer;
import io.pilotage.discovery.AccountabilityAnswer.AcceptableError;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.identity.Role;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision owner accepts to be accountable, or declines with a reason (R74). */
@Component
class AcceptAccountability implements HumanTask<AcceptAccountability.Answers> {

    private final DiscoveryManagement discovery;
    private final AccountabilityManagement accountabilities;

    AcceptAccountability(DiscoveryManagement discovery, AccountabilityManagement accountabilities) {
        this.discovery = discovery;
        this.accountabilities = accountabilities;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        boolean accepted = answers.decision.equals("accept");
        discovery.answer(new AccountabilityAnswer(
                pilotKey,
                accepted,
                submission.actor(),
                answers.reasonCode,
                answers.reason,
                answers.liableRole,
                answers.losesAuthority,
                answers.objectionContact,
                answers.processToRewrite,
                answers.actor,
                answers.escalation,
                answers.onCall,
                answers.goodEnough,
                answers.override,
                answers.explanation,
                answers.appeal,
                answers.reviewCadence,
                answers.contractEnds,
                submission.at(),
                answers.scenario,
                discovery.answerOf(pilotKey).map(AccountabilityAnswer::version).orElse(null)));
        String role = Role.DECISION_OWNER.group();
        if (accepted) {
            accountabilities.name(pilotKey, role, submission.actor(), answers.deputy, null, submission.actor());
            accountabilities.accept(pilotKey, role, submission.actor());
        } else {
            accountabilities.vacate(pilotKey, role, submission.actor());
        }
        return Map.of("accountabilityAccepted", accepted);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return discovery
                .momentOf(pilotKey)
                .map(moment -> Map.<String, Object>of(
                        "decisionMoment",
                        Map.of(
                                "moment", moment.moment(),
                                "role", moment.role(),
                                "volumePerMonth", moment.volumePerMonth(),
                                "silentDefault", moment.silentDefault())))
                .orElse(Map.of());
    }

    /** What the form asks; the terms of a contract only on the short path. */
    record Answers(
            String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String liableRole,
            @Nullable String losesAuthority,
            @Nullable String objectionContact,
            @Nullable String processToRewrite,
            @Nullable String deputy,
            @Nullable String actor,
            @Nullable String escalation,
            @Nullable String onCall,
            List<AcceptableError> scenario,
            @Nullable String goodEnough,
            @Nullable String override,
            @Nullable String explanation,
            @Nullable String appeal,
            @Nullable String reviewCadence,
            @Nullable LocalDate contractEnds) {}
}
