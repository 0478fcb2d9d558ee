/** How identity reads people from the engine and signs them in against it. */
@NullMarked
package io.pilotage.identity.process;

import org.jspecify.annotations.NullMarked;
