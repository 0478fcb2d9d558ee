/** Phase 4: the daily work changes so that the pilot has a place in it: rituals, people, incentives, training, gate G4. */
@NullMarked
@ApplicationModule(
        displayName = "Workflow redesign",
        allowedDependencies = {"identity", "workflow", "pilot", "pilot::reopening"})
package io.pilotage.redesign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
