package io.pilotage.roi.process;

import io.pilotage.roi.MoneyCaseSealing;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The signature under the money case is gone; silence never keeps it. */
@Component
class RevokeRoiSignature implements ServiceStep {

    private final MoneyCaseSealing sealing;

    RevokeRoiSignature(MoneyCaseSealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        sealing.revoke(pilotKey);
        return Map.of();
    }
}
