/** The login page and the security chain. */
@NullMarked
package io.pilotage.identity.web;

import org.jspecify.annotations.NullMarked;
