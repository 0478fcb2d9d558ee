/**
 * The portfolio as a whole: brings an existing inventory in, and shows where all pilots stand, what is stuck and on whom.
 */
@NullMarked
@ApplicationModule(
        displayName = "Portfolio",
        allowedDependencies = {"pilot", "workflow", "identity", "audit", "verify", "table"})
package io.pilotage.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
