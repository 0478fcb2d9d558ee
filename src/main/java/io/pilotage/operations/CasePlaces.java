package io.pilotage.operations;

import java.util.List;

/** Where a case stands in its models, and the one way to put it somewhere else by hand. */
public interface CasePlaces {

    /**
     * A process of the case that stands somewhere.
     *
     * @param id of this standing there, gone when anything in the process moves on
     * @param elements all that it stands at
     * @param steps human tasks at which it has been, to which it may go back, in their order
     */
    record Place(String id, String processInstance, String processId, List<String> elements, List<String> steps) {}

    /** Everywhere the case stands; empty when nothing of it runs. */
    List<Place> of(String pilotKey);

    /** Ends all that the process stands at, and opens the step anew, in the caller's transaction. */
    void putBack(Place place, String step);
}
