package io.pilotage.pilot;

import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSourceResolvable;

/** A module's contribution to the gates: the facts it can vouch for on a case, named as in {@code gateRequirements}. */
public interface EvidenceSource {

    /** The facts that hold now for the case, for example {@code baselineMeasured}; never null. */
    Set<String> factsOf(String pilotKey);

    /**
     * Why a fact does not hold, for whoever is refused because of it: a sentence of the message files with its arguments.
     *
     * @param fact one of those this source can vouch for
     */
    default Optional<MessageSourceResolvable> whyNot(String pilotKey, String fact) {
        return Optional.empty();
    }
}
