package io.pilotage.roi.process;

import io.pilotage.roi.CostKind;
import io.pilotage.roi.CostLine;
import io.pilotage.roi.CostLine.Behaviour;
import io.pilotage.roi.CostToServe;
import io.pilotage.roi.Energy;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
                answers.reviewMinutes,
                answers.reviewHourlyCost,
                answers.pilotVolume,
                answers.lowVolume,
                answers.highVolume,
                answers.overrun,
                new Energy(answers.energyKwh, answers.energyKwhPerCase, answers.energyPrice),
                answers.subsidies,
                answers.subsidyAmount,
                answers.costOwner,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                roi.costOf(pilotKey).map(CostToServe::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return context.soFar(pilotKey);
    }

    /** What the form asks; the lines come in the order of {@link CostKind}. */
    record Answers(
            List<LineAnswers> line,
            BigDecimal reviewMinutes,
            BigDecimal reviewHourlyCost,
            @Nullable BigDecimal pilotVolume,
            BigDecimal lowVolume,
            BigDecimal highVolume,
            @Nullable BigDecimal overrun,
            BigDecimal energyKwh,
            @Nullable BigDecimal energyKwhPerCase,
            @Nullable BigDecimal energyPrice,
            String subsidies,
            BigDecimal subsidyAmount,
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
            @Nullable BigDecimal stepSize) {

        CostLine of(CostKind kind) {
            return new CostLine(kind, behaviour, amount == null ? BigDecimal.ZERO : amount, stepSize, driver);
        }
    }
}
