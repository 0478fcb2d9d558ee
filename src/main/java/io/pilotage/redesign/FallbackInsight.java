package io.pilotage.redesign;

import io.pilotage.pilot.CaseInsight;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the work goes on without the AI, for whoever takes the pilot out of use. */
@Component
class FallbackInsight implements CaseInsight {

    private final RedesignManagement redesign;

    FallbackInsight(RedesignManagement redesign) {
        this.redesign = redesign;
    }

    @Override
    public Map<String, Object> insightsOf(String pilotKey) {
        return Optional.ofNullable(redesign.changeOf(pilotKey).fallback())
                .map(fallback -> Map.<String, Object>of("fallback", fallback))
                .orElse(Map.of());
    }
}
