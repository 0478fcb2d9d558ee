package io.pilotage.governance.process;

import io.pilotage.pilot.CaseInsight;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the reviews found and nobody has closed, for whoever reads the case or takes it over. */
@Component
class FindingsInsight implements CaseInsight {

    private final ReviewSummary summary;

    FindingsInsight(ReviewSummary summary) {
        this.summary = summary;
    }

    @Override
    public Map<String, Object> insightsOf(String pilotKey) {
        return Map.of("findings", summary.openFindings(pilotKey));
    }
}
