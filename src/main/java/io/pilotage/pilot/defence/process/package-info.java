/** What completing each human task of the defence means, and the steps the process does itself. */
@NullMarked
package io.pilotage.pilot.defence.process;

import org.jspecify.annotations.NullMarked;
