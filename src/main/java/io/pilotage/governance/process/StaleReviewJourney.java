package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.seal.ApprovalsStale;
import io.pilotage.workflow.Journeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks exactly the branches again whose approval became stale: within the review, or beside the journey after it. */
@Component
class StaleReviewJourney {

    private final ReviewManagement reviews;
    private final PilotManagement pilots;
    private final Journeys journeys;

    StaleReviewJourney(ReviewManagement reviews, PilotManagement pilots, Journeys journeys) {
        this.reviews = reviews;
        this.pilots = pilots;
        this.journeys = journeys;
    }

    @EventListener
    void on(ApprovalsStale stale) {
        List<Branch> branches = stale.approvals().stream()
                .map(Branch::ofApproval)
                .flatMap(Optional::stream)
                .toList();
        if (branches.isEmpty()) {
            return;
        }
        if (pilots.get(stale.pilotKey()).phase() == Phase.GOVERNANCE_REVIEW) {
            reviews.reopen(stale.pilotKey(), branches);
        } else {
            journeys.start(
                    "approvalsStale",
                    stale.pilotKey(),
                    Map.of(
                            "staleRoles",
                            branches.stream()
                                    .map(branch -> branch.role().group())
                                    .toList()));
        }
    }
}
