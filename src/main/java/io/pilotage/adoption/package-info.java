/** Phase 6: who really uses it, whether the work changed, what it is worth, period by period; gate G6. */
@NullMarked
@ApplicationModule(
        displayName = "Adoption",
        allowedDependencies = {
            "identity",
            "evidence",
            "workflow",
            "pilot",
            "pilot::defence",
            "roi",
            "roi::valuation",
            "redesign",
            "rollout"
        })
package io.pilotage.adoption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
