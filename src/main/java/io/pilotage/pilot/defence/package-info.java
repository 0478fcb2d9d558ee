/** A pilot in question: it is defended once with new evidence, or it stops and is wound down. */
@NullMarked
@NamedInterface("defence")
package io.pilotage.pilot.defence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
