/**
 * The trail of every case: who did what, when, in which role and on which form, kept for ever and never changed, so that
 * a decision can be judged years later.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {})
package io.pilotage.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
