package io.pilotage.pilot;

import java.util.List;
import java.util.Set;

/** Which ways a case took through the models, and what decision tables asked of it there. */
public interface CaseRoutes {

    /** One for each model and version that the case travels or travelled, in the order in which it entered them. */
    List<Route> of(String pilotKey);

    /**
     * The way through one version of one model; what ran several times lies on the same way.
     *
     * @param process id of the process
     * @param model the version's BPMN as XML
     * @param isOver whether nothing runs on it any more
     * @param open ids of the elements where the case stands
     * @param passed ids of the elements that it has left, without those where it stands
     * @param steps tasks that the table {@code requiredSteps} asked for when it was asked last
     * @param signers roles whose signatures the table {@code approvalLevel} asked for when it was asked last
     */
    record Route(
            String process,
            int version,
            String model,
            boolean isOver,
            Set<String> open,
            Set<String> passed,
            Set<String> steps,
            Set<String> signers) {}
}
