package io.pilotage.seal;

import java.util.Map;

/**
 * A module's contribution to what people see when they approve: its objects on a case, by the names that the decision
 * table {@code materialFields} knows. What is not there yet is left out.
 */
@FunctionalInterface
public interface SeenByApprovers {

    /** The objects of the case as they are now, for example {@code dataContract}. */
    Map<String, SealedContent> seenOn(String pilotKey);
}
