package io.pilotage.pilot.succession.process;

import io.pilotage.pilot.succession.Succession;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the successor accountable. */
@Component
class TransferAccountability implements ServiceStep {

    private final Succession succession;

    TransferAccountability(Succession succession) {
        this.succession = succession;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        succession.transfer(pilotKey, Objects.toString(variables.get("role")));
        return Map.of();
    }
}
