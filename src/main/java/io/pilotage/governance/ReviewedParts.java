package io.pilotage.governance;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.reopening.PartsOfPoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Each function that reviewed has a part in gate G3, so that one of them can be asked again without the others. */
@Component
class ReviewedParts implements PartsOfPoint {

    private final ReviewManagement reviews;

    ReviewedParts(ReviewManagement reviews) {
        this.reviews = reviews;
    }

    @Override
    public Map<String, String> partsOf(String pilotKey, Gate gate) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (gate == Gate.G3) {
            reviews.of(pilotKey)
                    .forEach(review -> parts.put(
                            review.branch().role().group(), review.branch().approval()));
        }
        return parts;
    }
}
