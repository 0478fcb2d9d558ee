/**
 * The sample portfolio of the embedded default: made-up pilots at every phase, brought there by the demo users handing in
 * the real forms on past days.
 */
@NullMarked
@ApplicationModule(
        displayName = "Sample",
        allowedDependencies = {"identity", "workflow", "pilot"})
package io.pilotage.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
