/** What the governance review hands out. */
@NullMarked
package io.pilotage.governance.web;

import org.jspecify.annotations.NullMarked;
