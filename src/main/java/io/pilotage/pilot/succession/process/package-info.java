/** What completing each human task of the succession means, and the steps the process does itself. */
@NullMarked
package io.pilotage.pilot.succession.process;

import org.jspecify.annotations.NullMarked;
