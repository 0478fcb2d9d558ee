package io.pilotage.pilot.reopening;

import io.pilotage.pilot.Gate;
import java.util.Map;

/** A module's word on who decided a point part by part, so that only the parts that are concerned are decided again. */
public interface PartsOfPoint {

    /**
     * The parts of a decided gate.
     *
     * @return group that decided a part, and the code of its approval as {@code materialFields} knows it; empty where the
     *     module has no part in it
     */
    Map<String, String> partsOf(String pilotKey, Gate gate);
}
