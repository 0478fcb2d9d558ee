/** Phase 1: from an idea to a chartered decision system: decision moment, accountability, obligations, gate G1. */
@NullMarked
@ApplicationModule(
        displayName = "Discovery",
        allowedDependencies = {"identity", "workflow", "pilot"})
package io.pilotage.discovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
