/** What completing each human task of adoption measurement means, and the steps the process does itself. */
@NullMarked
package io.pilotage.adoption.process;

import org.jspecify.annotations.NullMarked;
