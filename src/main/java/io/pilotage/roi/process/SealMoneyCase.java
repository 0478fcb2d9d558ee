package io.pilotage.roi.process;

import io.pilotage.pilot.PilotManagement;
import io.pilotage.roi.MoneyCaseSealing;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Freezes the money case with time and hash before anybody signs it, and says which amount in which currency decides who
 * has to: the currency may have been stated with the money.
 */
@Component
class SealMoneyCase implements ServiceStep {

    private final MoneyCaseSealing sealing;
    private final PilotManagement pilots;

    SealMoneyCase(MoneyCaseSealing sealing, PilotManagement pilots) {
        this.sealing = sealing;
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        sealing.seal(pilotKey);
        return pilots.get(pilotKey).proposal().moneyFacts();
    }
}
