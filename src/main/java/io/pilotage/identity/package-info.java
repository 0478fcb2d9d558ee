/** Who is there, which roles they hold and how they sign in; the engine and the pages ask here. */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"audit", "notification"})
package io.pilotage.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
