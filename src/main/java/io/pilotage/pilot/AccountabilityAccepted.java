package io.pilotage.pilot;

/**
 * A named person answers for a role on a case from now on.
 *
 * @param role group of the role
 */
public record AccountabilityAccepted(String pilotKey, String role, String person) {}
