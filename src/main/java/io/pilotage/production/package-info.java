/**
 * What it takes to run in production: settings and surroundings are looked at before anything starts, and the database is
 * brought up to date by one node at a time. Nothing here knows the business.
 */
@NullMarked
@ApplicationModule(
        displayName = "Production",
        allowedDependencies = {})
package io.pilotage.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
