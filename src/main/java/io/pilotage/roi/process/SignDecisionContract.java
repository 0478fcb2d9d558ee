package io.pilotage.roi.process;

import io.pilotage.discovery.AccountabilityAnswer;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.roi.DecisionContract;
import io.pilotage.roi.ReworkRule;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The decision owner signs who acts, who is liable, which error is acceptable and how a person overrides. */
@Component
class SignDecisionContract implements HumanTask<ContractAnswers> {

    private final RoiManagement roi;
    private final DiscoveryManagement discovery;
    private final ReworkRule reworks;
    private final MoneyCaseContext context;

    SignDecisionContract(
            RoiManagement roi, DiscoveryManagement discovery, ReworkRule reworks, MoneyCaseContext context) {
        this.roi = roi;
        this.reworks = reworks;
        this.discovery = discovery;
        this.context = context;
    }

    @Override
    public Map<String, Object> completed(ContractAnswers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        Optional<AccountabilityAnswer> accepted = accepted(pilotKey);
        DecisionContract contract = answers.contract(
                submission,
                accepted.map(AccountabilityAnswer::liableRole).orElse(answers.liableRole()),
                accepted.map(AccountabilityAnswer::losesAuthority).orElse(answers.losesAuthority()),
                accepted.map(AccountabilityAnswer::processToRewrite).orElse(answers.processToRewrite()),
                roi.contractOf(pilotKey).map(DecisionContract::version).orElse(null));
        roi.sign(contract, reworks.change(pilotKey));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> shown = context.soFar(pilotKey);
        shown.put(
                "accepted", accepted(pilotKey).map(SignDecisionContract::words).orElse(null));
        return shown;
    }

    /** What was answered with the acceptance of the accountability; nobody is asked twice. */
    private Optional<AccountabilityAnswer> accepted(String pilotKey) {
        return discovery.answerOf(pilotKey).filter(answer -> answer.liableRole() != null);
    }

    private static Map<String, Object> words(AccountabilityAnswer answer) {
        return Map.of(
                "liableRole", String.valueOf(answer.liableRole()),
                "losesAuthority", Objects.toString(answer.losesAuthority(), ""),
                "processToRewrite", Objects.toString(answer.processToRewrite(), ""));
    }
}
