package io.pilotage.roi.process;

import io.pilotage.roi.CostKind;
import io.pilotage.roi.CostLine;
import io.pilotage.roi.CostLine.Behaviour;
import io.pilotage.roi.CostToServe;
import io.pilotage.roi.Energy;
import io.pilotage.roi.Inference;
import io.pilotage.roi.Review;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The finance partner puts a figure on each line of running cost, at full price. */
@Component
class ModelCostToServe implements HumanTask<ModelCostToServe.Answers> {

    private final RoiManagement roi;
    private final MoneyCaseContext context;

    ModelCostToServe(RoiManagement roi, MoneyCaseContext context) {
        this.roi = roi;
        this.context = context;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        roi.state(new CostToServe(
                pilotKey,
                answers.lines(),
                orZero(answers.reviewMinutes),
                orZero(answers.reviewHourlyCost),
                answers.pilotVolume,
                answers.lowVolume,
                answers.highVolume,
                answers.overrun,
                new Review(
                        answers.reviewBehaviour, answers.reviewStepSize, answers.reviewDriver, answers.reviewSubsidy),
                new Energy(
                        answers.energyKwh,
                        null,
                        answers.energyPrice,
                        answers.energyBehaviour,
                        answers.energyStepSize,
                        answers.energyDriver,
                        answers.energySubsidy),
                answers.tokensPerCase == null || answers.tokenPrice == null
                        ? null
                        : new Inference(answers.tokensPerCase, answers.tokenPrice),
                answers.subsidies,
                null,
                answers.costOwner,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                roi.costOf(pilotKey).map(CostToServe::version).orElse(null)));
        return Map.of();
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return Objects.requireNonNullElse(amount, BigDecimal.ZERO);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return context.soFar(pilotKey);
    }

    /** What the form asks; the lines come in the order of {@link CostKind}. */
    record Answers(
            List<LineAnswers> line,
            Behaviour reviewBehaviour,
            String reviewDriver,
            @Nullable BigDecimal reviewMinutes,
            @Nullable BigDecimal reviewHourlyCost,
            @Nullable BigDecimal reviewStepSize,
            @Nullable BigDecimal reviewSubsidy,
            Behaviour energyBehaviour,
            String energyDriver,
            @Nullable BigDecimal energyKwh,
            @Nullable BigDecimal energyPrice,
            @Nullable BigDecimal energyStepSize,
            @Nullable BigDecimal energySubsidy,
            @Nullable BigDecimal tokensPerCase,
            @Nullable BigDecimal tokenPrice,
            @Nullable BigDecimal pilotVolume,
            BigDecimal lowVolume,
            BigDecimal highVolume,
            @Nullable BigDecimal overrun,
            String subsidies,
            String costOwner) {

        List<CostLine> lines() {
            return IntStream.range(0, line.size())
                    .mapToObj(position -> line.get(position).of(CostKind.values()[position]))
                    .toList();
        }
    }

    /** One line of the form. */
    record LineAnswers(
            Behaviour behaviour,
            String driver,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal stepSize,
            @Nullable BigDecimal subsidy) {

        CostLine of(CostKind kind) {
            return new CostLine(kind, behaviour, orZero(amount), stepSize, driver, subsidy);
        }
    }
}
