package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks again those branches, and only those, that the chair wants repeated. */
@Component
class ReopenReviews implements ServiceStep {

    private final ReviewManagement reviews;

    ReopenReviews(ReviewManagement reviews) {
        this.reviews = reviews;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        List<String> repeated = ((List<?>) variables.getOrDefault("reviewsToRepeat", List.of()))
                .stream().map(String::valueOf).toList();
        reviews.reopen(pilotKey, repeated.stream().map(Branch::ofCode).toList());
        return Map.of("reviews", repeated);
    }
}
