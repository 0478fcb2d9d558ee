package io.pilotage.pilot.process;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotJourney;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.Journeys;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Starts {@code pilotJourney} by its message {@code pilotImported}. */
@Component
class ImportedJourney implements PilotJourney {

    private final Journeys journeys;
    private final PilotManagement pilots;

    ImportedJourney(Journeys journeys, PilotManagement pilots) {
        this.journeys = journeys;
        this.pilots = pilots;
    }

    @Override
    public void continueAt(String pilotKey, Phase phase) {
        Map<String, Object> facts = JourneyFacts.of(pilots.get(pilotKey));
        facts.put("startPhase", phase.process());
        journeys.start("pilotImported", pilotKey, facts);
    }
}
