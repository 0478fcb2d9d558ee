package io.pilotage.roi.process;

import io.pilotage.evidence.EvidenceFile;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.evidence.Purpose;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.roi.Baseline;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The finance partner says how the work goes before the pilot changes it. */
@Component
class MeasureBaseline implements HumanTask<MeasureBaseline.Answers> {

    private final RoiManagement roi;
    private final PilotManagement pilots;
    private final MoneyCaseContext context;
    private final EvidenceManagement evidence;

    MeasureBaseline(RoiManagement roi, PilotManagement pilots, MoneyCaseContext context, EvidenceManagement evidence) {
        this.roi = roi;
        this.pilots = pilots;
        this.context = context;
        this.evidence = evidence;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        Optional<EvidenceFile> rows = evidence.latest(pilotKey, Purpose.BASELINE);
        Baseline baseline = new Baseline(
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
                rows.map(EvidenceFile::sha256).orElse(null),
                roi.baselineOf(pilotKey).map(Baseline::version).orElse(null));
        roi.state(rows.map(baseline::agreeingWith).orElse(baseline));
        return Map.of("baselineMeasured", roi.isBaselineGood(pilotKey));
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> shown = context.soFar(pilotKey);
        Map<String, Object> intake = new HashMap<>();
        intake.put("outcomeMetric", pilots.get(pilotKey).proposal().outcomeMetric());
        shown.put("intake", intake);
        shown.put("evidenceLink", "/pilots/" + pilotKey + "/evidence?purpose=BASELINE");
        evidence.latest(pilotKey, Purpose.BASELINE).ifPresent(file -> shown.put("evidence", summary(file)));
        return shown;
    }

    private static Map<String, Object> summary(EvidenceFile file) {
        BigDecimal uncertainty = file.uncertainty();
        return Map.of(
                "name", file.name(),
                "rows", file.count(),
                "mean", file.mean().stripTrailingZeros(),
                "uncertainty", uncertainty == null ? "–" : uncertainty.stripTrailingZeros());
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
