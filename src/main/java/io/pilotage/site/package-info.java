/**
 * The frame around every page: layout, languages, style and the way into the task list, so that the other modules only
 * bring what is theirs.
 */
@NullMarked
@ApplicationModule
package io.pilotage.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
