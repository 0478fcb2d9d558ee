/**
 * Signing: whoever decides shows in that moment who they are (ASVS 5.0 7.5.3), by the password or by a new sign-in at
 * Keycloak, for one task and a short time.
 */
@NullMarked
@ApplicationModule(
        displayName = "Signing",
        allowedDependencies = {"identity", "workflow", "audit", "verify"})
package io.pilotage.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
