/** What completing each human task of discovery means, and the steps the process does itself. */
@NullMarked
package io.pilotage.discovery.process;

import org.jspecify.annotations.NullMarked;
