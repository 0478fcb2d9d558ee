package io.pilotage.pilot;

/** A registered case is to travel on from the phase it stands in; published in the transaction that registered it. */
public record PilotTravels(Pilot pilot) {}
