/** Where people confirm that it is they who sign, and how the door learns of it. */
@NullMarked
package io.pilotage.signing.web;

import org.jspecify.annotations.NullMarked;
