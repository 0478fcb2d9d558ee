/** The pages and calls of the portfolio. */
@NullMarked
package io.pilotage.portfolio.web;

import org.jspecify.annotations.NullMarked;
