/**
 * What those who run the product look at: health, figures, traces, the context of log lines, and a page for what needs a
 * hand. It belongs to no case; it asks the other modules and decides nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"audit", "identity", "notification", "pilot", "portfolio", "verify", "workflow"})
package io.pilotage.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
