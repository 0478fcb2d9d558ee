/**
 * The dossier: all that was decided on a case, on what information and under which versions, in one archive that an
 * auditor checks without the product.
 */
@NullMarked
@ApplicationModule(
        displayName = "Dossier",
        allowedDependencies = {"audit", "verify", "pilot", "workflow", "evidence", "identity", "portfolio"})
package io.pilotage.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
