package io.pilotage.roi.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.roi.MetricBridge;
import io.pilotage.roi.MetricBridge.EffectChain;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pilot owner shows how a better model becomes a better result and then money. */
@Component
class BridgeMetrics implements HumanTask<BridgeMetrics.Answers> {

    private final RoiManagement roi;
    private final MoneyCaseContext context;
    private final PilotManagement pilots;

    BridgeMetrics(RoiManagement roi, MoneyCaseContext context, PilotManagement pilots) {
        this.roi = roi;
        this.context = context;
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        pilots.inCurrency(pilotKey, answers.currency);
        roi.state(new MetricBridge(
                pilotKey,
                answers.chain,
                roi.bridgeOf(pilotKey).map(MetricBridge::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return context.soFar(pilotKey);
    }

    /** What the form asks. */
    record Answers(@Nullable String currency, List<EffectChain> chain) {}
}
