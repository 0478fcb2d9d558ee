/** What completing each human task of rollout means, and the steps the process does itself. */
@NullMarked
package io.pilotage.rollout.process;

import org.jspecify.annotations.NullMarked;
