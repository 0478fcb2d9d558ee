/**
 * Seals: what was agreed beforehand, frozen in the moment it was agreed, so that every later result is judged against that
 * text and nobody can agree to something else afterwards (R87, R88, R112).
 */
@NullMarked
@ApplicationModule(
        displayName = "Seal",
        allowedDependencies = {"audit", "verify", "workflow"})
package io.pilotage.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
