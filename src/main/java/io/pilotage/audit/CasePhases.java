package io.pilotage.audit;

import org.jspecify.annotations.Nullable;

/** Says in which phase something happened, for entries that do not say it themselves; answered by the registry of pilots. */
public interface CasePhases {

    /**
     * The phase.
     *
     * @param process the process in which it happened; null when in none
     * @return the process itself where it is a phase, else the phase that the case is in; null for a case nobody knows
     */
    @Nullable String of(String pilotKey, @Nullable String process);
}
