/** The registry of pilots: the case, its gates, who is accountable, where it stands, and the journey it travels. */
@NullMarked
@ApplicationModule(
        displayName = "Pilot",
        allowedDependencies = {"identity", "workflow", "audit", "notification", "seal"})
package io.pilotage.pilot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
