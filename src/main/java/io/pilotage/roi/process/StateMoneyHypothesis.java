package io.pilotage.roi.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.roi.MetricBridge;
import io.pilotage.roi.MetricBridge.EffectChain;
import io.pilotage.roi.MoneyHypothesis;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sponsor says how much money the pilot is expected to bring, and whose budget will show it. */
@Component
class StateMoneyHypothesis implements HumanTask<StateMoneyHypothesis.Answers> {

    private final RoiManagement roi;
    private final MoneyCaseContext context;
    private final MoneyWords words;
    private final PilotManagement pilots;

    StateMoneyHypothesis(RoiManagement roi, MoneyCaseContext context, MoneyWords words, PilotManagement pilots) {
        this.pilots = pilots;
        this.roi = roi;
        this.context = context;
        this.words = words;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        pilots.inCurrency(pilotKey, answers.currency);
        roi.state(new MoneyHypothesis(
                pilotKey,
                answers.p10,
                answers.p50,
                answers.p90,
                answers.plannedVolume,
                answers.rampMonths,
                answers.targetAdoption,
                answers.attribution,
                answers.benefitOwner,
                answers.budgetLine,
                answers.lossLimit,
                answers.validUntil,
                answers.investment,
                answers.cautiousAdoption,
                answers.slowRampMonths,
                roi.hypothesisOf(pilotKey).map(MoneyHypothesis::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> shown = context.soFar(pilotKey);
        shown.put(
                "chains",
                roi.bridgeOf(pilotKey).map(MetricBridge::chains).orElse(List.of()).stream()
                        .map(this::chain)
                        .toList());
        return shown;
    }

    private Map<String, Object> chain(EffectChain chain) {
        return Map.of(
                "outcome", chain.unitOutcome(),
                "amount", words.number(chain.amount()),
                "basis", words.say(chain.isAssumed() ? "roi.assumption" : "roi.evidence", ""));
    }

    /** What the form asks. */
    record Answers(
            @Nullable String currency,
            BigDecimal p10,
            BigDecimal p50,
            BigDecimal p90,
            BigDecimal plannedVolume,
            int rampMonths,
            int targetAdoption,
            String benefitOwner,
            String budgetLine,
            String attribution,
            BigDecimal lossLimit,
            LocalDate validUntil,
            @Nullable BigDecimal investment,
            @Nullable Integer cautiousAdoption,
            @Nullable Integer slowRampMonths) {}
}
