package io.pilotage.pilot;

import java.util.Set;

/** A module's contribution to the gates: the facts it can vouch for on a case, named as in {@code gateRequirements}. */
public interface EvidenceSource {

    /** The facts that hold now for the case, for example {@code baselineMeasured}; never null. */
    Set<String> factsOf(String pilotKey);
}
