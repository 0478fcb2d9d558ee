package io.pilotage.pilot.process;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives the journey the few facts of a registered case that gateways and decision tables read. */
@Component
class RegisterPilot implements ServiceStep {

    private final PilotManagement pilots;

    RegisterPilot(PilotManagement pilots) {
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        Pilot pilot = pilots.get(pilotKey);
        return JourneyFacts.of(pilot);
    }
}
