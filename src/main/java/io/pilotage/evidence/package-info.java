/**
 * The rows that a figure was worked out of, kept as they came: pasted, uploaded as a file, or sent by a system. A file
 * that is wrong in one row is refused as a whole.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"audit", "identity", "workflow", "pilot", "table"})
package io.pilotage.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
