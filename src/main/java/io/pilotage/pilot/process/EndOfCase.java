package io.pilotage.pilot.process;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.PilotStatusChanged;
import io.pilotage.workflow.Journeys;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case that is over ends its journey and takes back whatever runs beside it; only what ended it may finish. */
@Component
class EndOfCase {

    private final Journeys journeys;
    private final Trail trail;

    EndOfCase(Journeys journeys, Trail trail) {
        this.journeys = journeys;
        this.trail = trail;
    }

    @EventListener
    void on(PilotStatusChanged changed) {
        if (changed.status().isFinal()) {
            journeys.endOthers("pilotStopped", changed.pilotKey())
                    .forEach(process -> trail.append(
                            TrailEntry.of(changed.pilotKey(), changed.at(), TrailEntry.PRODUCT, "endedWithCase")
                                    .element(process, null, null)
                                    .argument("process", process)
                                    .build()));
        }
    }
}
