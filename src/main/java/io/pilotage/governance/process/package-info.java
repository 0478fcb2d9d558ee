/** What completing each human task of the governance review means, and the steps the process does itself. */
@NullMarked
package io.pilotage.governance.process;

import org.jspecify.annotations.NullMarked;
