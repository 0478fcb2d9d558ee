package io.pilotage.roi.process;

import io.pilotage.discovery.AccountabilityAnswer;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.roi.DecisionContract;
import io.pilotage.roi.DecisionContract.ContractScenario;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision owner signs who acts, who is liable, which error is acceptable and how a person overrides. */
@Component
class SignDecisionContract implements HumanTask<SignDecisionContract.Answers> {

    private final RoiManagement roi;
    private final DiscoveryManagement discovery;
    private final MoneyCaseContext context;

    SignDecisionContract(RoiManagement roi, DiscoveryManagement discovery, MoneyCaseContext context) {
        this.roi = roi;
        this.discovery = discovery;
        this.context = context;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        roi.sign(new DecisionContract(
                pilotKey,
                submission.actor(),
                liableRole(pilotKey).orElse(answers.liableRole),
                answers.actor,
                answers.escalation,
                answers.onCall,
                answers.scenario,
                answers.goodEnough,
                answers.override,
                answers.explanation,
                answers.appeal,
                answers.reviewCadence,
                answers.contractEnds,
                submission.at(),
                roi.contractOf(pilotKey).map(DecisionContract::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> shown = context.soFar(pilotKey);
        shown.put(
                "accepted",
                liableRole(pilotKey).map(role -> Map.of("liableRole", role)).orElse(null));
        return shown;
    }

    private Optional<String> liableRole(String pilotKey) {
        return discovery.answerOf(pilotKey).map(AccountabilityAnswer::liableRole);
    }

    /** What the form asks; the liable role only when nobody said it at the acceptance. */
    record Answers(
            @Nullable String liableRole,
            String actor,
            String escalation,
            String onCall,
            List<ContractScenario> scenario,
            String goodEnough,
            String override,
            String explanation,
            String appeal,
            String reviewCadence,
            LocalDate contractEnds,
            boolean signed) {}
}
