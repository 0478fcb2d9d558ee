/** Who may watch, what log lines know of a request, and the page for those who run the product. */
@NullMarked
package io.pilotage.operations.web;

import org.jspecify.annotations.NullMarked;
