/** Pages of the money case that are printed and signed. */
@NullMarked
package io.pilotage.roi.web;

import org.jspecify.annotations.NullMarked;
