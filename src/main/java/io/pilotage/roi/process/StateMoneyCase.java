package io.pilotage.roi.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.roi.AgreedCriteria;
import io.pilotage.roi.Baseline;
import io.pilotage.roi.CostKind;
import io.pilotage.roi.CostLine;
import io.pilotage.roi.CostLine.Behaviour;
import io.pilotage.roi.CostToServe;
import io.pilotage.roi.Energy;
import io.pilotage.roi.MoneyHypothesis;
import io.pilotage.roi.Review;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The short path: the sponsor of a low-risk pilot states baseline, benefit, cost and limits in one form. */
@Component
class StateMoneyCase implements HumanTask<StateMoneyCase.Answers> {

    private final RoiManagement roi;
    private final MoneyCaseContext context;
    private final PilotManagement pilots;

    StateMoneyCase(RoiManagement roi, MoneyCaseContext context, PilotManagement pilots) {
        this.roi = roi;
        this.context = context;
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        pilots.inCurrency(pilotKey, answers.currency);
        roi.state(answers.baseline(pilotKey, version(roi.baselineOf(pilotKey).map(Baseline::version))));
        roi.state(
                answers.hypothesis(pilotKey, version(roi.hypothesisOf(pilotKey).map(MoneyHypothesis::version))));
        roi.state(answers.cost(pilotKey, version(roi.costOf(pilotKey).map(CostToServe::version))));
        roi.agree(new AgreedCriteria(
                pilotKey,
                CriterionAnswers.together(answers.value, answers.adoption, answers.safety),
                submission.actor(),
                submission.at(),
                roi.criteriaOf(pilotKey).map(AgreedCriteria::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return context.soFar(pilotKey);
    }

    private static @Nullable Integer version(Optional<Integer> found) {
        return found.orElse(null);
    }

    /** What the form asks. */
    record Answers(
            @Nullable String currency,
            String metric,
            String unit,
            BigDecimal valueToday,
            String basis,
            String sourceSystem,
            LocalDate measuredOn,
            BigDecimal p10,
            BigDecimal p50,
            BigDecimal p90,
            BigDecimal plannedVolume,
            int rampMonths,
            int targetAdoption,
            String benefitOwner,
            String budgetLine,
            LocalDate validUntil,
            BigDecimal fixedCost,
            BigDecimal unitCost,
            String costDriver,
            String costOwner,
            List<CriterionAnswers> value,
            List<CriterionAnswers> adoption,
            List<CriterionAnswers> safety) {

        Baseline baseline(String pilotKey, @Nullable Integer version) {
            return new Baseline(
                    pilotKey,
                    metric,
                    unit,
                    valueToday,
                    null,
                    basis,
                    measuredOn,
                    null,
                    null,
                    null,
                    sourceSystem,
                    null,
                    null,
                    null,
                    null,
                    null,
                    version);
        }

        MoneyHypothesis hypothesis(String pilotKey, @Nullable Integer version) {
            return new MoneyHypothesis(
                    pilotKey,
                    p10,
                    p50,
                    p90,
                    plannedVolume,
                    rampMonths,
                    targetAdoption,
                    null,
                    benefitOwner,
                    budgetLine,
                    null,
                    validUntil,
                    null,
                    null,
                    null,
                    version);
        }

        CostToServe cost(String pilotKey, @Nullable Integer version) {
            return new CostToServe(
                    pilotKey,
                    List.of(
                            new CostLine(CostKind.EVERYTHING, Behaviour.FIXED, fixedCost, null, costDriver, null),
                            new CostLine(CostKind.EVERYTHING, Behaviour.PER_UNIT, unitCost, null, costDriver, null)),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    null,
                    null,
                    null,
                    null,
                    new Review(null, null, null, null),
                    new Energy(null, null, null, null, null, null, null),
                    null,
                    null,
                    null,
                    costOwner,
                    null,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    null,
                    version);
        }
    }
}
