package io.pilotage.discovery.process;

import io.pilotage.discovery.AccountabilityAnswer;
import io.pilotage.discovery.AccountabilityAnswer.AcceptableError;
import io.pilotage.discovery.DecisionMoment;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.identity.Role;
import io.pilotage.pilot.Accountability;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
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
    private final PilotManagement pilots;

    AcceptAccountability(
            DiscoveryManagement discovery, AccountabilityManagement accountabilities, PilotManagement pilots) {
        this.pilots = pilots;
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
                answers.moment,
                answers.volumePerMonth,
                answers.silentDefault,
                submission.at(),
                answers.scenario,
                discovery.answerOf(pilotKey).map(AccountabilityAnswer::version).orElse(null)));
        String role = Role.DECISION_OWNER.group();
        if (accepted) {
            String superior = accountabilities
                    .of(pilotKey, role)
                    .map(Accountability::superior)
                    .orElse(null);
            accountabilities.name(pilotKey, role, submission.actor(), answers.deputy, superior, submission.actor());
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
                .map(AcceptAccountability::asMapped)
                .orElseGet(() -> Map.of("intake", IntakeWords.of(pilots.get(pilotKey))));
    }

    private static Map<String, Object> asMapped(DecisionMoment moment) {
        return Map.of(
                "decisionMoment",
                Map.of(
                        "moment", moment.moment(),
                        "role", moment.role(),
                        "volumePerMonth", moment.volumePerMonth(),
                        "silentDefault", moment.silentDefault()));
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks; the moment and the terms of a contract only on the short path. */
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
            @Nullable LocalDate contractEnds,
            @Nullable String moment,
            @Nullable BigDecimal volumePerMonth,
            @Nullable String silentDefault) {}
}
