package io.pilotage.identity;

import java.util.List;

/** A demo user as the login page shows it: a role's title for a name, never a made-up person. */
public record DemoUser(String id, String name, List<String> roles) {}
