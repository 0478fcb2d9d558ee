package io.pilotage.roi.process;

import io.pilotage.roi.RoiConditionsSet;
import io.pilotage.workflow.Journeys;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts watching the conditions of a signature as soon as they count. */
@Component
class RoiConditionsJourney {

    private final Journeys journeys;

    RoiConditionsJourney(Journeys journeys) {
        this.journeys = journeys;
    }

    @EventListener
    void on(RoiConditionsSet set) {
        journeys.start("roiConditionsSet", set.pilotKey(), Map.of("conditionDue", after(set.firstDue())));
    }

    /** The moment at which a day is over. */
    static Date after(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
