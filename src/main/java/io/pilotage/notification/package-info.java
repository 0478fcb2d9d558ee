/**
 * Tells people what they should know: mails are stored with the work that causes them and leave the product after it, so
 * that nobody is told of what did not happen and nothing that happened goes untold.
 */
@NullMarked
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {})
package io.pilotage.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
