package io.pilotage.pilot.defence;

/** A limit was missed, or nobody read its figure, and it was agreed that the use shrinks. */
public record LimitMissed(String pilotKey, String metric) {}
