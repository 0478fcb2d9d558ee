package io.pilotage.roi.process;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What decides who has to sign a money case, for a process that runs beside the journey. */
@Component
class SigningFacts {

    private final PilotManagement pilots;

    SigningFacts(PilotManagement pilots) {
        this.pilots = pilots;
    }

    Map<String, Object> of(String pilotKey) {
        Pilot pilot = pilots.get(pilotKey);
        Map<String, Object> facts = new HashMap<>();
        facts.put("tier", pilot.tier() == null ? null : pilot.tier().code());
        facts.put("agentic", pilot.risk().agentic());
        facts.putAll(pilot.proposal().moneyFacts());
        return facts;
    }
}
