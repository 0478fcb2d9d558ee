/**
 * The trail: who did what, when, in which role and on which form, kept for ever and never changed, so that a decision can
 * be judged years later by somebody who trusts neither the product nor its database.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"verify"})
package io.pilotage.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
