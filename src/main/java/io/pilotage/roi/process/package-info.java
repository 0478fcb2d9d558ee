/** What completing each human task of the money case means, and the steps the process does itself. */
@NullMarked
package io.pilotage.roi.process;

import org.jspecify.annotations.NullMarked;
