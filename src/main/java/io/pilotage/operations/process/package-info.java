/** What operators see and mend in the engine: troubled jobs, cases that stand still, deployed models. */
@NullMarked
package io.pilotage.operations.process;

import org.jspecify.annotations.NullMarked;
