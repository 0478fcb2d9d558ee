package io.pilotage.roi.process;

import io.pilotage.roi.MoneyCaseSealing;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Freezes the money case with time and hash before anybody signs it. */
@Component
class SealMoneyCase implements ServiceStep {

    private final MoneyCaseSealing sealing;

    SealMoneyCase(MoneyCaseSealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        sealing.seal(pilotKey);
        return Map.of();
    }
}
