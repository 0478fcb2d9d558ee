/** What happens to an accountability when the person leaves: the deputy acts, a successor accepts, or the superior owns. */
@NullMarked
@NamedInterface("succession")
package io.pilotage.pilot.succession;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
