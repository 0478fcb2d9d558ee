package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the answers side by side: is a review missing, does every branch agree? */
@Component
class WeighReviews implements ServiceStep {

    private final ReviewManagement reviews;

    WeighReviews(ReviewManagement reviews) {
        this.reviews = reviews;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        List<String> missing =
                reviews.missing(pilotKey).stream().map(Branch::code).toList();
        Map<String, Object> result = new HashMap<>();
        result.put("reviewsMissing", !missing.isEmpty());
        result.put("everyBranchApproved", reviews.isUnanimous(pilotKey));
        if (!missing.isEmpty()) {
            result.put("reviews", missing);
        }
        return result;
    }
}
