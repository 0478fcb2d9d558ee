/** How the sample portfolio speaks to the engine: hands in forms as a person, and lets past days go by. */
@NullMarked
package io.pilotage.sample.process;

import org.jspecify.annotations.NullMarked;
