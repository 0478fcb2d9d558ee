package io.pilotage.pilot.defence;

/** A figure that was measured lies on the bad side of a limit that counts, while nobody is asked to read it. */
public record LimitMet(String limitId) {}
