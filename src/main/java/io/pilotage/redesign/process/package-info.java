/** What completing each human task of the workflow redesign means. */
@NullMarked
package io.pilotage.redesign.process;

import org.jspecify.annotations.NullMarked;
