package io.pilotage.pilot.defence;

import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import java.util.List;

/** Whoever sealed limits says what they are, so that no result is judged by a limit that was changed afterwards. */
@FunctionalInterface
public interface SealedTerms {

    /** The limits as they were sealed; empty when none of this agreement were. */
    List<Terms> of(String pilotKey, Agreement agreement);
}
