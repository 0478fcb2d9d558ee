package io.pilotage.pilot;

import io.pilotage.seal.SealedContent;
import io.pilotage.seal.SeenByApprovers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The answers about risk, as everybody sees them who approves something on a case. */
@Component
class RiskSeen implements SeenByApprovers {

    private final Pilots pilots;

    RiskSeen(Pilots pilots) {
        this.pilots = pilots;
    }

    @Override
    public Map<String, SealedContent> seenOn(String pilotKey) {
        return pilots.findById(pilotKey)
                .map(pilot -> Map.of("riskAnswers", SealedContent.of(pilot.risk())))
                .orElse(Map.of());
    }
}
