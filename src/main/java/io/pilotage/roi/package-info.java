/** Phase 2: what the pilot is worth, what running it costs and when it is stopped, sealed before results; gate G2. */
@NullMarked
@ApplicationModule(
        displayName = "ROI",
        allowedDependencies = {
            "audit",
            "identity",
            "workflow",
            "pilot",
            "pilot::defence",
            "pilot::reopening",
            "discovery",
            "evidence",
            "seal"
        })
package io.pilotage.roi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
