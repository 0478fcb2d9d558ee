package io.pilotage.governance.process;

import io.pilotage.governance.ReviewDuty;
import io.pilotage.governance.ReviewDutyOwed;
import io.pilotage.workflow.Journeys;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts watching what a review left open as soon as it is owed. */
@Component
class ReviewDutyJourney {

    private final Journeys journeys;

    ReviewDutyJourney(Journeys journeys) {
        this.journeys = journeys;
    }

    @EventListener
    void on(ReviewDutyOwed owed) {
        ReviewDuty duty = owed.duty();
        journeys.start(
                "reviewDutyOwed",
                duty.pilotKey(),
                Map.of(
                        "dutyId", duty.id(),
                        "dutyRole", duty.branch().role().group(),
                        "dutyDue",
                                Date.from(duty.dueOn()
                                        .plusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())));
    }
}
