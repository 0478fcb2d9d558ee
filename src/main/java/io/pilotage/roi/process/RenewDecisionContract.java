package io.pilotage.roi.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.pilotage.roi.ContractTerm;
import io.pilotage.roi.DecisionContract;
import io.pilotage.roi.DecisionContract.Affected;
import io.pilotage.roi.RoiManagement;
import io.pilotage.seal.SealChange;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision contract has expired: the decision owner accepts it again, or the pilot is called into question. */
@Component
class RenewDecisionContract implements HumanTask<RenewDecisionContract.Answers> {

    private final RoiManagement roi;
    private final ContractTerm term;
    private final MoneyWords words;

    RenewDecisionContract(RoiManagement roi, ContractTerm term, MoneyWords words) {
        this.roi = roi;
        this.term = term;
        this.words = words;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        boolean renewed = answers.decision.equals("renew");
        if (renewed) {
            roi.sign(
                    answers.terms.contract(
                            submission,
                            roi.contractOf(pilotKey)
                                    .map(DecisionContract::version)
                                    .orElse(null)),
                    new SealChange(List.of(submission.actor()), answers.reason));
        } else {
            term.giveUp(pilotKey, answers.reason, submission.actor(), submission.at());
        }
        return Map.of("contractRenewed", renewed);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>();
        roi.contractOf(pilotKey)
                .map(DecisionContract::contractEnds)
                .ifPresent(ends -> context.put("contract", Map.of("ends", words.day(ends))));
        return context;
    }

    /** The terms that expired, so that only what no longer holds is written anew. */
    @Override
    public Map<String, Object> proposed(String pilotKey) {
        return roi.contractOf(pilotKey).map(RenewDecisionContract::terms).orElse(Map.of());
    }

    private static Map<String, Object> terms(DecisionContract contract) {
        Map<String, @Nullable Object> terms = new HashMap<>();
        terms.put("liableRole", contract.liableRole());
        terms.put("actor", contract.actor());
        terms.put("escalation", contract.escalation());
        terms.put("onCall", contract.onCall());
        terms.put(
                "scenario",
                contract.scenarios().stream()
                        .map(scenario -> Map.of(
                                "situation", scenario.situation(), "acceptableError", scenario.acceptableError()))
                        .toList());
        terms.put("goodEnough", contract.goodEnough());
        terms.put("override", contract.overrideProcedure());
        terms.put("explanation", contract.explanation());
        terms.put("appeal", contract.appeal());
        terms.put("reviewCadence", contract.reviewCadence());
        Affected affected = contract.affected();
        if (affected != null) {
            terms.put("losesAuthority", affected.losesAuthority());
            terms.put("authorityView", affected.authorityView());
            terms.put("objection", affected.objection());
            terms.put("objectionAnswer", affected.objectionAnswer());
            terms.put("processToRewrite", affected.processToRewrite());
        }
        Map<String, Object> stated = new HashMap<>();
        terms.forEach((name, term) -> {
            if (term != null) {
                stated.put(name, term);
            }
        });
        return stated;
    }

    /** What the form asks; the terms only of whoever goes on. */
    record Answers(
            String decision, String reason, @JsonUnwrapped ContractAnswers terms) {}
}
