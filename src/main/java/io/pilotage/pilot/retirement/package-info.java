/** Taking a pilot out of use in good order. */
@NullMarked
@NamedInterface("retirement")
package io.pilotage.pilot.retirement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
