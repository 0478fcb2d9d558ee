/** The page on which rows are pasted or uploaded, and the interface through which systems send them. */
@NullMarked
package io.pilotage.evidence.web;

import org.jspecify.annotations.NullMarked;
