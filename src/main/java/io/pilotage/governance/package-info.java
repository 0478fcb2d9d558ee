/** Phase 3: every function reviews the pilot at the same time, and gate G3 authorises its use or does not. */
@NullMarked
@ApplicationModule(
        displayName = "Governance",
        allowedDependencies = {
            "audit",
            "identity",
            "workflow",
            "pilot",
            "pilot::defence",
            "pilot::reopening",
            "discovery",
            "seal",
            "verify"
        })
package io.pilotage.governance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
