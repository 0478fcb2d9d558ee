package io.pilotage.pilot.succession.process;

import io.pilotage.pilot.succession.Succession;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Nobody was found in time, so the superior answers for the role. */
@Component
class LetSuperiorOwn implements ServiceStep {

    private final Succession succession;

    LetSuperiorOwn(Succession succession) {
        this.succession = succession;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        succession.fallToSuperior(pilotKey, Objects.toString(variables.get("role")));
        return Map.of();
    }
}
