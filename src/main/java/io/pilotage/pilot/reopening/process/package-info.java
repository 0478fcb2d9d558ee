/** What is completed in the process that questions a decided point. */
@NullMarked
package io.pilotage.pilot.reopening.process;

import org.jspecify.annotations.NullMarked;
