package io.pilotage.roi;

import io.pilotage.roi.MetricBridge.EffectChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the money of a pilot only assumes, so that nobody reads the money without it (R83). */
@Component
@Transactional(readOnly = true)
public class Assumed {

    private final RoiManagement roi;

    Assumed(RoiManagement roi) {
        this.roi = roi;
    }

    /** An estimated baseline by its measure, then each link of the bridge without evidence; empty when all is proven. */
    public List<String> of(String pilotKey) {
        List<String> assumed = new ArrayList<>();
        roi.baselineOf(pilotKey)
                .filter(baseline -> !baseline.isMeasured())
                .ifPresent(baseline -> assumed.add(baseline.metric()));
        roi.bridgeOf(pilotKey).map(MetricBridge::chains).orElse(List.of()).stream()
                .filter(EffectChain::isAssumed)
                .forEach(chain -> assumed.add(chain.technicalMetric() + " → " + chain.unitOutcome()));
        return assumed;
    }

    /** The same for the context of a task: {@code assumptions.text}; nothing when all is proven. */
    public Map<String, Object> context(String pilotKey) {
        List<String> assumed = of(pilotKey);
        return assumed.isEmpty() ? Map.of() : Map.of("assumptions", Map.of("text", String.join("; ", assumed)));
    }
}
