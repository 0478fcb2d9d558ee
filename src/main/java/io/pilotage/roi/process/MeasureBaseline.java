package io.pilotage.roi.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.roi.Baseline;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The finance partner says how the work goes before the pilot changes it. */
@Component
class MeasureBaseline implements HumanTask<MeasureBaseline.Answers> {

    private final RoiManagement roi;
    private final PilotManagement pilots;
    private final MoneyCaseContext context;

    MeasureBaseline(RoiManagement roi, PilotManagement pilots, MoneyCaseContext context) {
        this.roi = roi;
        this.pilots = pilots;
        this.context = context;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        roi.state(new Baseline(
                pilotKey,
                answers.metric,
                answers.unit,
                answers.value,
                answers.uncertainty,
                answers.basis,
                answers.measuredOn,
                answers.sampleSize,
                answers.periodFrom,
                answers.periodTo,
                answers.sourceSystem,
                answers.owner,
                answers.method,
                answers.confounders,
                answers.comparisonGroup,
                roi.baselineOf(pilotKey).map(Baseline::version).orElse(null)));
        return Map.of("baselineMeasured", roi.isBaselineGood(pilotKey));
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> shown = context.soFar(pilotKey);
        Map<String, Object> intake = new HashMap<>();
        intake.put("outcomeMetric", pilots.get(pilotKey).proposal().outcomeMetric());
        shown.put("intake", intake);
        return shown;
    }

    /** What the form asks. */
    record Answers(
            String metric,
            String unit,
            BigDecimal value,
            BigDecimal uncertainty,
            String basis,
            LocalDate measuredOn,
            BigDecimal sampleSize,
            LocalDate periodFrom,
            LocalDate periodTo,
            String sourceSystem,
            String owner,
            String method,
            String confounders,
            String comparisonGroup) {}
}
