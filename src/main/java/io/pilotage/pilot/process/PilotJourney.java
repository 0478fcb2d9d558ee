package io.pilotage.pilot.process;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotTravels;
import io.pilotage.workflow.Journeys;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The process {@code pilotJourney} in business words: a registered case travels on from the phase it stands in. */
@Component
class PilotJourney {

    private final Journeys journeys;

    PilotJourney(Journeys journeys) {
        this.journeys = journeys;
    }

    @EventListener
    void on(PilotTravels travels) {
        Pilot pilot = travels.pilot();
        Map<String, Object> facts = new HashMap<>(JourneyFacts.of(pilot));
        facts.put("startPhase", pilot.phase().process());
        journeys.start("pilotImported", pilot.key(), facts);
    }
}
