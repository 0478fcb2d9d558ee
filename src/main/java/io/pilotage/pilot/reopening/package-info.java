/** Finality: what is decided stays decided, and every further loop has new evidence, an owner of the risk and a price. */
@NullMarked
@NamedInterface("reopening")
package io.pilotage.pilot.reopening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
