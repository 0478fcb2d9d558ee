package io.pilotage.identity;

import java.util.Set;

/**
 * A person no longer holds these roles: somebody took them away, or the person is gone.
 *
 * @param person id
 * @param roles those that are lost; all that were held when the person is gone
 * @param gone whether the person was removed or locked altogether
 */
public record RolesLost(String person, Set<Role> roles, boolean gone) {}
