/** Phase 5: from an operable workflow to production, ring by ring, with a way back at every moment; gate G5. */
@NullMarked
@ApplicationModule(
        displayName = "Rollout",
        allowedDependencies = {
            "identity",
            "workflow",
            "pilot",
            "pilot::defence",
            "pilot::reopening",
            "discovery",
            "redesign",
            "roi",
            "audit"
        })
package io.pilotage.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
