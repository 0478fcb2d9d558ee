/** What completing each human task of the retirement means, and the steps the process does itself. */
@NullMarked
package io.pilotage.pilot.retirement.process;

import org.jspecify.annotations.NullMarked;
