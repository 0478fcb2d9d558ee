/** The page of a case, its story for the task list, and the links that lead to a task. */
@NullMarked
package io.pilotage.pilot.web;

import org.jspecify.annotations.NullMarked;
