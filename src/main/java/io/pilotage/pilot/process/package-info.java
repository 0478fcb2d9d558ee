/** What the journey does to the registry of pilots, step by step. */
@NullMarked
package io.pilotage.pilot.process;

import org.jspecify.annotations.NullMarked;
