package io.pilotage.pilot.succession.process;

import io.pilotage.pilot.succession.Succession;
import io.pilotage.pilot.succession.Vacancy;
import io.pilotage.workflow.Handover;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Gives the open work of the person who left to the deputy, so that nothing stands still. */
@Component
class LetDeputyAct implements ServiceStep {

    private final Succession succession;
    private final Handover handover;

    LetDeputyAct(Succession succession, Handover handover) {
        this.succession = succession;
        this.handover = handover;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        String role = Objects.toString(variables.get("role"));
        String person = Objects.toString(variables.get("person"));
        String deputy = succession.current(pilotKey, role).map(Vacancy::deputy).orElse(null);
        handover.handOver(pilotKey, role, person, deputy);
        return Map.of();
    }
}
