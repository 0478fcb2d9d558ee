package io.pilotage.adoption.process;

import io.pilotage.adoption.AdoptionManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Nobody answered for an unmeasured pilot: it goes back to the previous ring and stays unmeasured. */
@Component
class ShrinkToPreviousRing implements ServiceStep {

    private final AdoptionManagement adoption;

    ShrinkToPreviousRing(AdoptionManagement adoption) {
        this.adoption = adoption;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        adoption.shrinkForSilence(pilotKey);
        return Map.of("outcome", "continue");
    }
}
